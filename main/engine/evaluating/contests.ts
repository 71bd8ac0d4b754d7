/** @file Carries out contests, one at a time, while labelling goes on. Runs in the engine. */
import type { ContestProgress } from '../../contract/areas/evaluating';
import { PersonError } from '../../contract/errors';
import type { Contest } from '../../contract/evaluation';
import type { EvaluatedSet } from '../evaluation/evaluatedSet';
import { severalOf } from '../evaluation/labelledSet';
import { runContest } from '../evaluation/contest/contest';
import type { RunProgress } from '../evaluation/run';
import { classifierOf, type EmbeddingConstants } from '../guessing/constants';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Scorer } from '../guessing/scorer';
import { methodOf } from '../training';
import type { FitContext } from '../training/method';
import type { ContestRows } from './contest';
import { baseImagesOf, requireSameDimension, setOf } from './knownSet';
import type { ContestQuestion } from './question';
import { told } from '../../../strings/words';

export interface ContestsParts {
  readonly matrix: EmbeddingMatrix;
  readonly constants: EmbeddingConstants;
  readonly scorer: Scorer;
  /** Raw embedding of a file that was read for the project; null: there is none. */
  readonly read: (hash: string) => Float32Array | null;
  /** Resolves when no lesson is being learnt: labels come first. */
  readonly idle: () => Promise<void>;
  readonly tell: (progress: ContestProgress) => void;
  /** Faults of the program, which the other methods survived. */
  readonly fault: (error: unknown) => void;
}

/** Between two reports. */
const TELL_MS = 200;

export class Contests {
  #stop: AbortController | null = null;

  constructor(private readonly parts: ContestsParts) {}

  /** @returns null where it was cancelled @throws {PersonError} where nothing can be compared, or one is under way */
  async run(question: ContestQuestion): Promise<ContestRows | null> {
    if (this.#stop) throw new PersonError(told().engine.comparisonUnderWay);
    const stop = new AbortController();
    this.#stop = stop;
    try {
      return await this.#run(question, stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return null;
      throw error;
    } finally {
      this.#stop = null;
    }
  }

  /** What is under way ends at its next step. */
  cancel(): void {
    this.#stop?.abort(new Error('the comparison was cancelled'));
  }

  async #run(question: ContestQuestion, signal: AbortSignal): Promise<ContestRows> {
    const { matrix, scorer, idle, fault, read } = this.parts;
    const known = setOf(question.set, matrix);
    const set = { ...known, several: severalOf(known, question.classes) };
    const baseImages = baseImagesOf(question.baseImages, matrix, read);
    const { methods, rule, seed, across, revision, classes } = question;
    const { contest, faults } = await runContest({
      ...{ set, rule, seed, across, revision, baseImages, scorer, signal },
      names: set.places.map((place) => classes[place]!.name),
      methods: methods.map(methodOf),
      context: this.#context(question, set),
      progress: this.#progress(),
      pause: idle,
    });
    faults.forEach(fault);
    return { ...named(contest, set), classIds: set.places.map((place) => classes[place]!.id) };
  }

  #context({ base, others, seed, projection, steps }: ContestQuestion, set: EvaluatedSet): FitContext {
    const { constants, matrix } = this.parts;
    const classifier = base.base === 'none' ? null : classifierOf(constants);
    if (classifier) requireSameDimension(set, constants.dimension, told().engine.embeddingsOf.base);
    const learnt = others && setOf(others, matrix);
    if (learnt) requireSameDimension(set, learnt.dimension, told().engine.embeddingsOf.others);
    return {
      base: classifier && { classifier, join: base.join, offset: base.offset },
      others: learnt,
      options: { seed, effectiveDimension: constants.effectiveDimension, projection, steps },
    };
  }

  /** Methods differ in how long they take, so what is left is told by the pace of the whole. */
  #progress(): (progress: RunProgress) => void {
    const begun = performance.now();
    let told = -Infinity;
    return ({ method, done, total }) => {
      const now = performance.now();
      if (now - told < TELL_MS && done < total) return;
      told = now;
      const seconds = (now - begun) / 1000;
      const secondsLeft = done === 0 ? null : (seconds / done) * (total - done);
      this.parts.tell({ method, done, total, secondsLeft });
    };
  }
}

/** Rows of the set as whoever asked knows them. */
function named(contest: Contest, { rows }: EvaluatedSet): Contest {
  const results = contest.results.map((result) => {
    const cells = Object.entries(result.confusion.items).map(([cell, some]) => [
      cell,
      some.map((row) => rows[row]!),
    ]);
    return {
      ...result,
      confusion: { ...result.confusion, items: Object.fromEntries(cells) as typeof result.confusion.items },
    };
  });
  return { ...contest, results };
}
