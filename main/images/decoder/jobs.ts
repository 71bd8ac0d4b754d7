/**
 * @file The decoder's jobs and where each stands: which may be sent next, and which are suspected when the decoder
 * ends. No Electron, no timers. Runs in main.
 */
import type { DecodeJob, DecodeResult } from './protocol';

export interface Entry {
  readonly job: DecodeJob;
  /** The file, where main may read it; null: not known. */
  readonly path: string | null;
  /** Somebody looks at the image, and sees it a moment later whatever else is read. */
  readonly isSeen: boolean;
  /** sent: with the page. started: in a worker. waiting: in a worker, for its turn with a big picture. */
  state: 'queued' | 'sent' | 'started' | 'waiting';
  /** How often the decoder ended or timed out with this job in a worker. Suspects run alone. */
  strikes: number;
  settle: (result: DecodeResult) => void;
  fail: (error: Error) => void;
}

/** Jobs that a person waits for may be in hand beyond the others. */
const EXTRA = 2;

export class Jobs {
  #queued: Entry[] = [];
  readonly #inHand = new Map<number, Entry>();

  add(entry: Entry): void {
    this.#queued.push(entry);
  }

  remove(entry: Entry): void {
    this.#inHand.delete(entry.job.id);
    if (entry.state === 'queued') this.#queued = this.#queued.filter((other) => other !== entry);
  }

  all(): Entry[] {
    return [...this.#inHand.values(), ...this.#queued];
  }

  /** The job of that id that the decoder has; undefined for one it should know nothing of (any more). */
  inHand(id: number): Entry | undefined {
    return this.#inHand.get(id);
  }

  started(): Entry[] {
    return [...this.#inHand.values()].filter((entry) => entry.state === 'started');
  }

  countInHand(): number {
    return this.#inHand.size;
  }

  /**
   * Takes the job to send next, or undefined. While there are suspects, one at a time and nothing else; otherwise up
   * to `most`, in the order they came. Jobs for the engine wait until it is connected, and those of images that somebody looks at are the first of them. What a person waits for comes
   * before them, and may be sent while `most` are in hand: the page takes it up next.
   */
  take(most: number, engineConnected: boolean): Entry | undefined {
    const suspected = this.#suspected();
    const room = (suspected ? 1 : most) - this.#inHand.size;
    const allowed = (entry: Entry) => !suspected || entry.strikes > 0;
    const awaited = (entry: Entry) => allowed(entry) && !entry.job.wantInput;
    let index = room > (suspected ? 0 : -EXTRA) ? this.#queued.findIndex(awaited) : -1;
    if (index < 0 && room > 0 && engineConnected)
      index = firstOf(this.#queued, (entry) => allowed(entry) && entry.isSeen, allowed);
    const [entry] = index < 0 ? [] : this.#queued.splice(index, 1);
    if (!entry) return undefined;
    entry.state = 'sent';
    this.#inHand.set(entry.job.id, entry);
    return entry;
  }

  /** Back to the head of the queue, suspects first: the decoder that had them is gone. */
  requeue(): void {
    const back = [...this.#inHand.values()].sort((a, b) => b.strikes - a.strikes || a.job.id - b.job.id);
    for (const entry of back) entry.state = 'queued';
    this.#inHand.clear();
    this.#queued = [...back, ...this.#queued];
  }

  /** Suspects have been in hand, so they are in hand or at the head of the queue. */
  #suspected(): boolean {
    if ((this.#queued[0]?.strikes ?? 0) > 0) return true;
    for (const entry of this.#inHand.values()) if (entry.strikes > 0) return true;
    return false;
  }
}

/** Place of the first that fits the first of these that anything fits; -1: nothing does. */
function firstOf(entries: readonly Entry[], ...fits: ((entry: Entry) => boolean)[]): number {
  for (const fit of fits) {
    const index = entries.findIndex(fit);
    if (index >= 0) return index;
  }
  return -1;
}
