/** @file How fast an export's present step is, and how long it will take yet. Runs in main. */
import { performance } from 'node:perf_hooks';
import type { ExportProgress } from '../contract/exporting';
import { RateMeter } from '../images/rate';
import { STEPS } from './sentences';

export class StepMeter {
  readonly #meter = new RateMeter();
  #step = '';

  at(step: string, done: number, total: number): ExportProgress {
    if (step !== this.#step) this.#meter.reset();
    this.#step = step;
    this.#meter.mark(done, performance.now());
    // Only the check counts images; how many formats are written in a second tells nobody anything.
    const rate = step === STEPS.check ? this.#meter.rate : null;
    return { step, done, total, rate, secondsLeft: this.#meter.secondsLeft(total - done) };
  }
}
