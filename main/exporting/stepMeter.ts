/** @file How fast an export's present step is, and how long it will take yet. Runs in main. */
import { performance } from 'node:perf_hooks';
import type { ExportProgress } from '../contract/exporting';
import { RateMeter } from '../images/rate';
import { told } from '../../strings/words';

export type ExportStep = 'prepare' | 'write' | 'check';

export class StepMeter {
  readonly #meter = new RateMeter();
  #step = '';

  at(step: ExportStep, done: number, total: number): ExportProgress {
    if (step !== this.#step) this.#meter.reset();
    this.#step = step;
    this.#meter.mark(done, performance.now());
    // Only the check counts images; how many formats are written in a second tells nobody anything.
    const rate = step === 'check' ? this.#meter.rate : null;
    return {
      step: told().exports.steps[step],
      done,
      total,
      rate,
      secondsLeft: this.#meter.secondsLeft(total - done),
    };
  }
}
