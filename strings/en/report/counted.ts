/** @file Counts in a report, in English. */
import { count } from '../../format';

/** '3 images', '1 image', '2 classes', on one line. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)}\u00a0${n === 1 ? one : many}`;
}
