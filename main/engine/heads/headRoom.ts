/**
 * @file The engine's part in fine-tuning: one run at a time, on a copy of what is labelled, told four times a second; and what
 * came of the last one until it is kept or discarded. Runs in the engine.
 */
import { describe, PersonError } from '../../contract/errors';
import type { TrainingRequest } from '../../contract/areas/training';
import { labelledSetOf } from '../evaluation/labelledSet';
import type { EvaluatedSet } from '../evaluation/evaluatedSet';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Lesson } from '../guessing/lesson';
import type { Scorer } from '../guessing/scorer';
import { methodOf } from '../training';
import { requireSet } from '../training/requireSet';
import { writeHead } from './headFile';
import type { Begun, HeadReport } from './report';
import { trainHead, type RunTold, type TrainedHead } from './run';
import { told } from '../../../strings/words';

export interface HeadRoomParts {
  readonly matrix: EmbeddingMatrix;
  readonly scorer: Scorer;
  /** Hash of the backbone that embeddings are of. */
  readonly backbone: string;
  readonly effectiveDimension: number;
  readonly tell: (report: HeadReport) => void;
}

/** Somebody cancelled the run, or closed its project. */
export class TrainingCancelled extends Error {
  override name = 'TrainingCancelled';
}

const TELL_MS = 250;
/** D' of learned projections. */
const PROJECTION = 128;

export class HeadRoom {
  #running: AbortController | null = null;
  #trained: { head: TrainedHead; meanLength: number } | null = null;
  /** Reports of earlier runs are not told any more. */
  #number = 0;

  constructor(private readonly parts: HeadRoomParts) {}

  /**
   * Begins a run; the one before is forgotten, whether it is done or not.
   * @throws {PersonError} where nothing can be learnt from what is labelled; the one before is then kept
   */
  start({ lesson, request }: { lesson: Lesson; request: TrainingRequest }): Begun {
    const set = labelledSetOf(lesson, this.parts.matrix);
    requireSet(set);
    this.forget();
    this.#running = new AbortController();
    void this.#run(set, lesson, request, this.#running.signal, ++this.#number);
    return {
      run: this.#number,
      rows: [...set.rows],
      classes: set.places.map((place) => lesson.classes[place]!.id),
    };
  }

  /** Ends what is under way; it is then told to be cancelled. */
  cancel(): void {
    this.#running?.abort(new TrainingCancelled(told().engine.trainingCancelled));
    this.#running = null;
  }

  forget(): void {
    this.cancel();
    this.#trained = null;
  }

  /** Nothing more is told. */
  close(): void {
    this.#number += 1;
    this.forget();
  }

  /** Writes the head of the last run durably. @throws {PersonError} where there is none */
  async write(file: string): Promise<void> {
    if (!this.#trained) throw new PersonError(told().engine.headNotThere);
    const { head, meanLength } = this.#trained;
    await writeHead(file, { head: head.head, backbone: this.parts.backbone, meanLength });
  }

  async #run(
    set: EvaluatedSet,
    { settings, classes }: Lesson,
    { method, steps, seed }: TrainingRequest,
    signal: AbortSignal,
    run: number,
  ): Promise<void> {
    const { scorer, effectiveDimension } = this.parts;
    const tell = (report: HeadReport): void => {
      if (run === this.#number) this.parts.tell(report);
    };
    try {
      const head = await trainHead({
        set,
        method: methodOf(method),
        before: methodOf(settings.balanced ? 'balanced' : 'imprinting'),
        background: set.places.flatMap((place, own) => (classes[place]!.kind === 'background' ? [own] : [])),
        options: { seed, effectiveDimension, projection: PROJECTION, steps },
        ...{ scorer, signal },
        tell: throttled((told) => tell({ run, kind: 'running', told })),
      });
      if (signal.aborted) throw signal.reason;
      this.#trained = { head, meanLength: meanOf(set.lengths) };
      const { comparison, calibration, rejection, perClass, curve } = head;
      tell({ run, kind: 'ready', outcome: { comparison, calibration, rejection, perClass, curve } });
    } catch (error) {
      if (signal.aborted) tell({ run, kind: 'cancelled' });
      else tell({ run, kind: 'failed', why: describe(error), forPerson: error instanceof PersonError });
    }
    if (this.#running?.signal === signal) this.#running = null;
  }
}

function throttled(tell: (told: RunTold) => void): (told: RunTold) => void {
  let last = -Infinity;
  return (told) => {
    if (performance.now() - last < TELL_MS) return;
    last = performance.now();
    tell(told);
  };
}

const meanOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
