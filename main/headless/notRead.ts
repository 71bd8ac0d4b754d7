/** @file The list of what was not read, for a person's eyes. Pure; runs in main. */
import { printable } from './console';
import type { Unread } from './folder/unread';

/** More would push the results off the screen. */
const MOST = 20;

/** @param where holds the whole list */
export function notReadLines(unread: readonly Unread[], where: string): string[] {
  if (unread.length === 0) return [];
  const shown = unread.slice(0, MOST).map(({ path, reason }) => printable(`  ${path}: ${reason}`));
  const more = unread.length - shown.length;
  return ['Not read:', ...shown, ...(more > 0 ? [`  and ${more} more (${where} has all)`] : [])];
}
