/** @file English plurals. Another language brings its own. */
import { count } from '../format';

export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
