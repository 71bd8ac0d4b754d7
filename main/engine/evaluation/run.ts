/**
 * @file Has methods learn and answer on the same splits, one after the other. Runs in the engine, in commands and in tests.
 *
 * What takes long is given way for and can be cancelled between splits (and by the methods themselves between their steps). A
 * method that cannot learn from a split, or whose scores are no numbers, is out with a sentence; the others go on.
 */
import { setImmediate } from 'node:timers/promises';
import type { MethodId } from '../../contract/training';
import { describe, PersonError } from '../../contract/errors';
import type { Scorer } from '../guessing/scorer';
import type { FitContext, Method } from '../training/method';
import { throwIfAborted } from '../training/optimise/abort';
import { answersOf, type BaseImages, type SplitAnswers } from './answering';
import { subset, type EvaluatedSet } from './evaluatedSet';
import type { Split } from './splits/split';
import { median } from './statistics/median';
import { told } from '../../../strings/words';

export interface RunRequest {
  readonly set: EvaluatedSet;
  readonly splits: readonly Split[];
  readonly methods: readonly Method[];
  readonly context: Pick<FitContext, 'base' | 'others' | 'options'>;
  /** Labelled images of base classes, where there are any and the context has a base. */
  readonly baseImages: BaseImages | null;
  /** These are asked in so many of the splits, from the first; all unless told. */
  readonly baseSplits?: number;
  readonly scorer: Scorer;
  readonly signal?: AbortSignal;
  /** Told after each split. */
  readonly progress?: (progress: RunProgress) => void;
  /** Awaited after each split, when whatever waits has been let through: what comes first where there is something. */
  readonly pause?: () => Promise<void>;
}

export interface RunProgress {
  readonly method: MethodId;
  /** Splits of all methods that are done, and all there are. */
  readonly done: number;
  readonly total: number;
}

export interface MethodRun {
  readonly method: MethodId;
  /** By split; empty where the method failed. */
  readonly answers: readonly SplitAnswers[];
  /** Median over splits. */
  readonly seconds: { readonly fit: number; readonly predict: number };
  /** Why it was left out, a sentence. */
  readonly failed: string | null;
  /** What was thrown, where that was no sentence for people: for the log. */
  readonly fault: unknown;
}

/** @throws the signal's reason where it was cancelled */
export async function runMethods(request: RunRequest): Promise<MethodRun[]> {
  const { methods, splits } = request;
  const runs: MethodRun[] = [];
  for (const [position, method] of methods.entries()) {
    const finished = (done: number): void =>
      request.progress?.({
        method: method.id,
        done: position * splits.length + done,
        total: methods.length * splits.length,
      });
    runs.push(await runMethod(method, request, finished));
    finished(splits.length);
  }
  return runs;
}

async function runMethod(
  method: Method,
  request: RunRequest,
  finished: (done: number) => void,
): Promise<MethodRun> {
  const [answers, fit, predict]: [SplitAnswers[], number[], number[]] = [[], [], []];
  try {
    for (const [done, split] of request.splits.entries()) {
      const baseImages = done < (request.baseSplits ?? Infinity) ? request.baseImages : null;
      const { answered, seconds } = await runSplit(method, split, { ...request, baseImages });
      answers.push(answered);
      fit.push(seconds.fit);
      predict.push(seconds.predict);
      finished(done + 1);
      await setImmediate();
      await request.pause?.();
    }
  } catch (error) {
    throwIfAborted(request.signal);
    return failed(method, error);
  }
  const seconds = { fit: median(fit), predict: median(predict) };
  return { method: method.id, answers, seconds, failed: null, fault: null };
}

async function runSplit(method: Method, split: Split, request: RunRequest) {
  throwIfAborted(request.signal);
  const { set, context, signal } = request;
  const started = performance.now();
  const head = await method.fit(subset(set, split.support, split.classes), {
    ...context,
    ...(signal && { signal }),
  });
  const fitted = performance.now();
  const answered = answersOf(head, split, request);
  return {
    answered,
    seconds: { fit: (fitted - started) / 1000, predict: (performance.now() - fitted) / 1000 },
  };
}

function failed({ id }: Method, error: unknown): MethodRun {
  const isSentence = error instanceof PersonError;
  const sentence = isSentence ? error.message : told().engine.programFault(describe(error));
  const seconds = { fit: 0, predict: 0 };
  return { method: id, answers: [], seconds, failed: sentence, fault: isSentence ? null : error };
}
