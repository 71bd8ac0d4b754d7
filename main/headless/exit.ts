/** @file How a command without a window ends: its exit codes, and the error of a person's words. Pure; runs in main. */

/** Done · failed · wrong use: what is wrong can be seen from the words alone. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, interrupted: 130 } as const;

/** The words of a command are wrong, in one sentence. Nothing was started. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}

/** The person pressed Ctrl-C, or asked the process to end. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}
