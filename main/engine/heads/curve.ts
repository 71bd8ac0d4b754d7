/** @file The curves of a training run: means over folds at the same steps. Pure: runs in the engine and in tests. */
import type { TrainingPoint } from '../../contract/areas/training';

/** Points along a training; more than that nobody sees, and each asks all held-out images. */
const POINTS = 24;

interface Sum {
  loss: number;
  losses: number;
  right: number;
  groups: number;
}

export class Curve {
  readonly #sums = new Map<number, Sum>();
  #last = 0;
  /** Whether a head of this fold was asked on the way. */
  #asked = false;

  /** Whether a point belongs after so many steps: after the first, the last, and evenly in between. */
  wants(step: number, steps: number): boolean {
    const every = Math.max(1, Math.round(steps / POINTS));
    this.#last = steps;
    return step === 1 || step === steps || step % every === 0;
  }

  /** @param right by held-out group the share that is right; null: the method has no head on the way */
  add(step: number, loss: number | null, right: readonly number[] | null): void {
    const sum = this.#sums.get(step) ?? { loss: 0, losses: 0, right: 0, groups: 0 };
    this.#sums.set(step, sum);
    if (loss !== null) {
      sum.loss += loss;
      sum.losses += 1;
    }
    this.#asked ||= right !== null;
    for (const share of right ?? []) sum.right += share;
    sum.groups += right?.length ?? 0;
  }

  /** A fold's head is done; where the method had none on the way, this is all there is to show. */
  ended(right: readonly number[]): void {
    if (!this.#asked && this.#last > 0) this.add(this.#last, null, right);
    this.#asked = false;
    this.#last = 0;
  }

  get points(): TrainingPoint[] {
    return [...this.#sums]
      .sort(([a], [b]) => a - b)
      .map(([step, { loss, losses, right, groups }]) => ({
        step,
        loss: losses === 0 ? null : loss / losses,
        heldOut: groups === 0 ? null : right / groups,
      }));
  }
}
