/** @file What a command did not read, and why. Types only. */

/** A file that was not read or could not be. */
export interface Unread {
  /** Below the folder, '/' separated. */
  path: string;
  reason: string;
}
