/**
 * @file One run of training: a head per fold for the curves and for before and after, then one of all images. Runs in the engine
 * and in tests.
 *
 * [Note: what the curves show] A head that is to be kept learns from all images, and nothing is left to ask it. So the same
 * method first learns in five folds, each time from four fifths of the groups of each class; what is shown after so many steps
 * is the mean over the folds that have come so far. The head of all images then takes the same number of steps. Between them,
 * where it is cheap, come heads that learn without one class: see `noneOfThese.ts`.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Calibration, TrainingComparison, TrainingPoint } from '../../contract/areas/training';
import type { EvaluatedSet } from '../evaluation/evaluatedSet';
import { kFold } from '../evaluation/splits/folds';
import { shotsOf, type Shots } from '../evaluation/splits/split';
import type { Scorer } from '../guessing/scorer';
import type { Head } from '../imprinting/head';
import type { HeldOut } from '../imprinting/folds';
import type { FitContext, FitProgress, LabelledSet, Method, MethodOptions } from '../training/method';
import { requireSet } from '../training/requireSet';
import { calibrate } from './calibrate';
import { compare, type Outcome } from './compare';
import { Curve } from './curve';
import { HeldOutFold } from './heldOutFold';
import { headRejection, strangersOf, thresholdOf, type HeadRejection, type TrueLogit } from './noneOfThese';
import { askStrangers } from './strangers';

export const FOLDS = 5;

export interface RunParts {
  readonly set: EvaluatedSet;
  readonly method: Method;
  /** Imprinting as the project is set: what 'before' means. */
  readonly before: Method;
  /** Classes of the set that are of the background. */
  readonly background: readonly number[];
  readonly options: MethodOptions;
  readonly scorer: Scorer;
  readonly signal: AbortSignal;
  readonly tell: (told: RunTold) => void;
}

export interface RunTold {
  readonly phase: 'held-out' | 'final';
  /** Heads that are done, of `heads`; the one under way counts by its steps. */
  readonly done: number;
  readonly heads: number;
  /** Gradient steps taken so far. */
  readonly steps: number;
  readonly curve: TrainingPoint[];
  readonly before: number | null;
}

export interface TrainedHead {
  /** Of all images, own classes only, its temperature fitted where it could be. */
  readonly head: Head;
  readonly comparison: TrainingComparison;
  readonly calibration: Calibration;
  /** When it says 'none of these'. */
  readonly rejection: HeadRejection;
  /** [C] share of each class's held-out images that are named rightly, every group weighing the same; null: none was held out. */
  readonly perClass: (number | null)[];
  readonly curve: TrainingPoint[];
}

/**
 * @throws {PersonError} where the set cannot be learnt from
 * @throws the signal's reason where it was cancelled
 */
export async function trainHead(parts: RunParts): Promise<TrainedHead> {
  return new Run(parts).train();
}

class Run {
  readonly #curve = new Curve();
  readonly #outcomes: Outcome[] = [];
  readonly #heldOut: HeldOut[] = [];
  readonly #trueLogits: TrueLogit[] = [];
  #folds: HeldOutFold[] = [];
  /** Classes that heads are trained without. */
  #strangers: number[] = [];
  #done = 0;
  #steps = 0;

  constructor(private readonly parts: RunParts) {}

  async train(): Promise<TrainedHead> {
    const { set, options } = this.parts;
    requireSet(set);
    const shots = shotsOf(set);
    const splits = kFold(shots, FOLDS, xoroshiro128plus(options.seed));
    this.#folds = splits.map((split) => new HeldOutFold(set, split, this.parts.scorer));
    const asked = this.#folds.flatMap(({ groups }) => groups.map((group) => group.class));
    const { strangers, why } = strangersOf(set, asked, this.parts.background);
    this.#strangers = strangers;
    for (const fold of this.#folds) await this.#ask(fold);
    const foreign = await this.#foreign(shots, why);
    const head = await this.#fit(this.parts.method, set, 'final');
    const calibration = calibrate(this.#heldOut, new Set(this.#outcomes.map((one) => one.class)).size);
    const { temperature } = calibration;
    return {
      head: temperature === null ? head : { ...head, temperature: head.temperature * temperature },
      comparison: await compare(this.#outcomes, this.#folds.length, options.seed),
      calibration,
      rejection: headRejection(this.#trueLogits, {
        ...{ background: this.parts.background, temperature: temperature ?? 1 },
        ...foreign,
      }),
      perClass: Array.from({ length: set.classes }, (_, own) => shareOf(this.#outcomes, own)),
      curve: this.#curve.points,
    };
  }

  async #ask(fold: HeldOutFold): Promise<void> {
    const { method, before } = this.parts;
    const context = this.#context();
    const baseline = fold.right(fold.logits(await before.fit(fold.support, context)));
    const watch = (told: FitProgress): void => this.#watch(told, fold);
    const head = await this.#fit(method, fold.support, 'held-out', watch);
    const logits = fold.logits(head);
    const after = fold.right(logits);
    this.#curve.ended(after);
    fold.groups.forEach((group, i) => {
      const { images } = group;
      this.#outcomes.push({
        ...{ class: group.class, images: images.length },
        ...{ before: baseline[i]!, after: after[i]! },
      });
      const own = fold.positionOf(group.class);
      this.#heldOut.push({ class: own, group: String(this.#heldOut.length), cosines: logits[i]! });
      // One image stands for its group, as one draw.
      this.#trueLogits.push({ class: group.class, logit: logits[i]![0]![own]! });
    });
    this.#tell('held-out', 0);
  }

  async #foreign(shots: Shots, why: string | null): Promise<{ accepted: number[]; why: string | null }> {
    const { set, method, scorer, background } = this.parts;
    const threshold = thresholdOf(this.#trueLogits, background);
    if (threshold === null || this.#strangers.length === 0) return { accepted: [], why };
    const fit = (support: LabelledSet): Promise<Head> => this.#fit(method, support, 'held-out');
    const found = await askStrangers(this.#strangers, {
      ...{ set, shots, scorer, threshold, background },
      fit,
    });
    this.#done = this.#folds.length + this.#strangers.length;
    return found;
  }

  async #fit(
    method: Method,
    set: LabelledSet,
    phase: RunTold['phase'],
    watch?: (told: FitProgress) => void,
  ): Promise<Head> {
    const progress = (told: FitProgress): void => {
      this.#steps += 1;
      watch?.(told);
      this.#tell(phase, told.step / told.steps);
    };
    this.#tell(phase, 0);
    const head = await method.fit(set, { ...this.#context(), progress });
    this.#done += 1;
    return head;
  }

  #watch({ step, steps, loss, head }: FitProgress, fold: HeldOutFold): void {
    if (!this.#curve.wants(step, steps)) return;
    this.#curve.add(step, loss, head ? fold.right(fold.logits(head())) : null);
  }

  #context(): FitContext {
    const { options, signal } = this.parts;
    return { base: null, others: null, options, signal };
  }

  #tell(phase: RunTold['phase'], share: number): void {
    const outcomes = this.#outcomes;
    const right = outcomes.reduce((sum, { before }) => sum + before, 0);
    this.parts.tell({
      phase,
      done: this.#done + share,
      heads: this.#folds.length + this.#strangers.length + 1,
      steps: this.#steps,
      curve: this.#curve.points,
      before: outcomes.length === 0 ? null : right / outcomes.length,
    });
  }
}

function shareOf(outcomes: readonly Outcome[], own: number): number | null {
  const shares = outcomes.filter((one) => one.class === own).map(({ after }) => after);
  return shares.length === 0 ? null : shares.reduce((a, b) => a + b, 0) / shares.length;
}
