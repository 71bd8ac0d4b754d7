/**
 * @file Pixel buffers, used again from picture to picture: a fresh one of this size costs its page faults every time.
 * Runs in the decoder's workers.
 */

/** Largest buffer that is kept, words: one strip. */
const KEPT_WORDS = 4 * 2 ** 20;
const KEPT = 4;
const kept: Uint32Array<ArrayBuffer>[] = [];

/** A buffer of at least `words` words, of any content; give it back when done. */
export function takeBuffer(words: number): Uint32Array<ArrayBuffer> {
  const index = kept.findIndex((buffer) => buffer.length >= words);
  const [buffer] = index < 0 ? [] : kept.splice(index, 1);
  return buffer ?? new Uint32Array(words);
}

export function giveBack(buffer: Uint32Array<ArrayBuffer>): void {
  if (buffer.length > KEPT_WORDS) return;
  kept.push(buffer);
  if (kept.length <= KEPT) return;
  // The smallest is the one least likely to be of use again.
  kept.sort((a, b) => b.length - a.length);
  kept.pop();
}
