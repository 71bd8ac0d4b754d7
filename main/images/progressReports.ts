/** @file Tells how far reading is, at a pace that whoever listens can follow. Runs in main; knows neither window nor files. */
import type { Progress } from '../contract/model';
import { Gathered } from './gathered';

const EVERY_MS = 100;

export class ProgressReports {
  readonly #soon: Gathered;
  #told: Pick<Progress, 'state' | 'trouble'> = { state: 'searching', trouble: null };

  constructor(
    private readonly now: () => Progress,
    private readonly tell: (progress: Progress) => void,
  ) {
    this.#soon = new Gathered(EVERY_MS, () => tell(now()));
  }

  /** At once where something begins or ends; in between ten times a second, since there are several for every image. */
  changed(): void {
    const progress = this.now();
    const { state, trouble } = progress;
    if (state === this.#told.state && trouble === this.#told.trouble) return this.#soon.mark();
    this.#told = { state, trouble };
    this.#soon.cancel();
    this.tell(progress);
  }

  close(): void {
    this.#soon.cancel();
  }
}
