/**
 * @file Whether somebody scrolls so fast that no picture could be looked at. Pictures then wait until it is slower: fetching
 * and decoding some hundred a second, each for a few frames, is what frames would wait for. Pure.
 */

/** px/ms: a screenful in a fifteenth of a second. */
const FAST = 10;

export class Hurry {
  #top: number;
  #at: number;
  #fast = 0;

  /** @param top px from the list's top @param now ms */
  constructor(top: number, now: number) {
    this.#top = top;
    this.#at = now;
  }

  /** Takes where the list stands now. @returns true from the second fast step in a row: a jump is one step */
  moved(top: number, now: number): boolean {
    const [distance, time] = [Math.abs(top - this.#top), now - this.#at];
    this.#top = top;
    this.#at = now;
    this.#fast = distance > FAST * Math.max(1, time) ? this.#fast + 1 : 0;
    return this.#fast >= 2;
  }
}
