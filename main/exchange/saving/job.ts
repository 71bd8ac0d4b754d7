/** @file One saving on its way: where it writes, how far it is, whether it shall stop. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import type { SaveOptions, SaveProgress } from '../../contract/exchange';
import { RateMeter } from '../../images/rate';
import type { Collected } from '../collect';
import type { OpenLabels } from '../parts';
import { told } from '../../../strings/words';

/** The person stopped it: nothing was saved. */
export class SaveCancelled extends PersonError {
  override name = 'SaveCancelled';

  constructor() {
    super(told().savingLabels.cancelled);
  }
}

export interface JobParts {
  folder: string;
  labels: Collected;
  options: SaveOptions;
  project: OpenLabels;
  signal: AbortSignal;
  progress: (progress: SaveProgress) => void;
}

/** Progress is told this often, ms. */
const TELL_MS = 100;

export class Job {
  readonly notes: string[] = [];
  readonly files: string[] = [];
  readonly #meter = new RateMeter();
  #done = 0;
  #total = 0;
  #toldAt = 0;

  constructor(readonly parts: JobParts) {}

  /** Writes a file that must not exist yet. */
  async write(name: string, text: string | Buffer): Promise<void> {
    await fs.writeFile(path.join(this.parts.folder, name), text, { flag: 'wx' });
    this.files.push(name);
  }

  place(...names: string[]): string {
    return path.join(this.parts.folder, ...names);
  }

  begin(total: number): void {
    this.#total = total;
    this.step(0);
  }

  /** So many more are done. @throws SaveCancelled where it shall stop */
  step(count = 1): void {
    if (this.parts.signal.aborted) throw new SaveCancelled();
    this.#done += count;
    const now = performance.now();
    this.#meter.mark(this.#done, now);
    if (this.#done < this.#total && now - this.#toldAt < TELL_MS) return;
    this.#toldAt = now;
    const { rate } = this.#meter;
    const secondsLeft = this.#meter.secondsLeft(this.#total - this.#done);
    this.parts.progress({ done: this.#done, total: this.#total, rate, secondsLeft });
  }

  /** A note where there is something to note. */
  note(count: number, sentence: (count: number) => string): void {
    if (count > 0) this.notes.push(sentence(count));
  }
}
