/**
 * @file What a command says: results to stdout, everything else to stderr. Whatever comes from file names is shown
 * without control characters, which could drive a terminal. Runs in main.
 */
import type { Writable } from 'node:stream';

/** A stream as far as a command needs it. */
export type Out = Pick<Writable, 'write'> & { isTTY?: boolean; columns?: number };

export interface Console {
  /** Results, as they are. */
  result(text: string): void;
  /** A sentence on a line of its own. */
  say(sentence: string): void;
}

export function printable(text: string): string {
  // U+2028 and U+2029 begin new lines as well; what turns text around could make a name look like another.
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** Resolves when everything written so far has left the process: ending it earlier would cut long output. */
export function flushed(...streams: Writable[]): Promise<unknown> {
  return Promise.all(
    streams.map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))),
  );
}
