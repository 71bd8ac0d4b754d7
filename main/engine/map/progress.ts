/** @file How far a map is, and how long it may still take. Runs in the engine and in tests. */
import type { MapProgress as Told } from '../../contract/areas/map';
import { drawn } from './sample';

export type Stage = 'neighbours' | 'layout' | 'others';
const STAGES: readonly Stage[] = ['neighbours', 'layout', 'others'];

/** Seconds by measure, of a pair of items and of a point: only their ratio matters, so that the bar moves evenly. */
const PER_PAIR = 2e-8;
const PER_POINT = 1.8e-3;
const UNITS = 1000;
const TELL_MS = 250;
/** Before this share nothing can be said of the time left. */
const TELLING = 0.02;

export class MapProgress {
  readonly #begun = performance.now();
  readonly #costs: Record<Stage, number>;
  readonly #total: number;
  #share = 0;
  #told = -Infinity;

  /** @param points how many */
  constructor(points: number) {
    const { laidOut, others } = drawn(points, 0);
    this.#costs = {
      neighbours: PER_PAIR * laidOut.length ** 2,
      layout: PER_POINT * laidOut.length,
      others: PER_PAIR * laidOut.length * others.length,
    };
    this.#total = STAGES.reduce((sum, stage) => sum + this.#costs[stage], 0);
  }

  get now(): Told {
    const seconds = (performance.now() - this.#begun) / 1000;
    const secondsLeft = this.#share < TELLING ? null : (seconds / this.#share) * (1 - this.#share);
    return { done: Math.round(UNITS * this.#share), total: UNITS, secondsLeft };
  }

  /** @returns whether it is time to say so */
  at(stage: Stage, done: number, total: number): boolean {
    const before = STAGES.slice(0, STAGES.indexOf(stage)).reduce((sum, one) => sum + this.#costs[one], 0);
    this.#share = (before + (this.#costs[stage] * done) / total) / this.#total;
    if (performance.now() - this.#told < TELL_MS) return false;
    this.#told = performance.now();
    return true;
  }
}
