/**
 * @file How good the classifier of the open project is: asks the engine, names items where it knows rows, runs one contest at
 * a time and keeps what came of it. Runs in main, with a window or without.
 */
import type {
  ContestProgress,
  ContestRequest,
  ContestSummary,
  EvaluationState,
  KeptContest,
  Overview,
} from '../contract/areas/evaluating';
import type { HeadStanding } from '../contract/areas/training';
import { notesOnContest, notesOnEstimate } from '../classFiles/sentences';
import { PersonError, describe } from '../contract/errors';
import type { LearningCurve, OperatingAnswer } from '../contract/evaluation';
import type { AnsweredRows } from '../engine/evaluating/answered';
import type { ContestRows } from '../engine/evaluating/contest';
import type { ContestQuestion, HashedImages } from '../engine/evaluating/question';
import { EngineGone, type Engine } from '../engine/supervisor';
import type { Library } from '../images/library';
import type { ProjectStore } from '../projects/store';
import type { Answers } from './answers';
import { contradictions } from './contradictions';
import { ofKeptHead } from './heads/ofKeptHead';
import { keptOf, questionOf } from './contestQuestion';
import type { KeptContests } from './keptContests';
import { told } from '../../strings/words';

export interface EvaluationsParts {
  store: Pick<ProjectStore, 'document'>;
  library: Pick<Library, 'items'>;
  engine: Pick<Engine, 'call'>;
  answers: Pick<Answers, 'caughtUp' | 'lesson'>;
  /** What guesses come from. */
  standing: () => HeadStanding;
  kept: KeptContests;
  /** Images of base classes that were measured last since the project was opened. */
  baseImages: () => HashedImages['hashed'];
  changed: (state: EvaluationState) => void;
  /** Something a person should know, though nothing is lost. */
  notice: (sentence: string) => void;
}

export class Evaluations {
  #state: EvaluationState = { contest: null, progress: null, failed: null };
  /** Counts up with each contest and when one is cancelled: what comes for an older one is not shown. */
  #turn = 0;
  #running: Promise<void> | null = null;
  #read: Promise<void> | null = null;
  #told: ((progress: ContestProgress) => void) | null = null;

  constructor(private readonly parts: EvaluationsParts) {}

  /** See 'evaluation:overview'. */
  async overview(): Promise<Overview | null> {
    const { answers, engine, store, library } = this.parts;
    await answers.caughtUp();
    const found = await engine.call('overview', undefined).catch(nothingIfGone);
    if (!found) return null;
    const named = (rows: AnsweredRows | null) => rows && this.#named(rows);
    const { kept, ...overview } = found;
    const notes = [
      ...(kept ? [ofKeptHead(this.parts.standing())] : []),
      ...notesOnEstimate(store.document.classes),
      ...contradictions(store.document, library.items),
    ];
    return { ...overview, estimate: named(found.estimate), check: named(found.check), notes };
  }

  /** The newest kept contest is shown until there is a newer one. */
  async state(): Promise<EvaluationState> {
    await (this.#read ??= this.#readNewest());
    return this.#state;
  }

  /** Resolves once it has begun; the state says what comes of it. @throws PersonError where one is under way */
  start(request: ContestRequest): void {
    if (this.#running) throw new PersonError(told().evaluations.underWay);
    const turn = ++this.#turn;
    this.#show({ progress: firstProgress(request), failed: null });
    this.#running = this.#contest(request, turn).finally(() => (this.#running = null));
  }

  /** Resolves when the engine has heard of it. */
  async cancel(): Promise<void> {
    if (!this.#running) return;
    this.#turn++;
    this.#show({ progress: null });
    await this.parts.engine.call('cancelContest', undefined).catch(nothingIfGone);
  }

  /** The project is put away. */
  async close(): Promise<void> {
    await this.cancel().catch(() => undefined);
  }

  /**
   * Has the engine carry out a contest, of the project's labels or of anything else; one at a time.
   * @returns null where it was cancelled
   */
  async ask(
    question: ContestQuestion,
    progress: (progress: ContestProgress) => void,
  ): Promise<ContestRows | null> {
    this.#told = progress;
    try {
      return await this.parts.engine.call('contest', question);
    } finally {
      this.#told = null;
    }
  }

  /** The engine tells how far it is. */
  progressed(progress: ContestProgress): void {
    this.#told?.(progress);
  }

  kept(): Promise<ContestSummary[]> {
    return this.parts.kept.list();
  }

  open(id: string): Promise<KeptContest> {
    return this.parts.kept.open(id);
  }

  async forget(id: string): Promise<ContestSummary[]> {
    await this.parts.kept.forget(id);
    if (this.#state.contest?.id === id) this.#show({ contest: await this.parts.kept.newest() });
    return this.kept();
  }

  /** All kept contests are gone; see `desk/purging/`. */
  async forgetAll(): Promise<void> {
    await this.cancel();
    await this.settled();
    await this.parts.kept.forgetAll();
    this.#show({ contest: null });
  }

  async curve(seed: number): Promise<LearningCurve | null> {
    await this.parts.answers.caughtUp();
    return this.#asked(this.parts.engine.call('curve', { seed }));
  }

  async operating(id: string, miss: number): Promise<OperatingAnswer | null> {
    await this.parts.answers.caughtUp();
    return this.#asked(this.parts.engine.call('operating', { class: id, miss }));
  }

  /** Resolves when no contest is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #contest(request: ContestRequest, turn: number): Promise<void> {
    const { answers, store, kept, baseImages } = this.parts;
    const { settings } = store.document;
    try {
      const question = questionOf(request, answers.lesson(settings.base), settings.offset, baseImages());
      const found = await this.ask(question, (progress) => turn === this.#turn && this.#show({ progress }));
      if (turn !== this.#turn) return;
      if (!found) return this.#show({ progress: null, failed: told().evaluations.seenAnotherWay });

      const notes = [...found.notes, ...notesOnContest(this.parts.store.document.classes)];
      const whole = keptOf({ ...found, notes }, (row) => this.parts.library.items.row(row).id);
      this.#show({ contest: whole, progress: null });
      await kept.keep(whole).catch((error: unknown) => this.parts.notice(describe(error)));
    } catch (error) {
      if (turn === this.#turn) this.#show({ progress: null, failed: failureOf(error) });
    }
  }

  async #readNewest(): Promise<void> {
    const contest = await this.parts.kept.newest();
    this.#state = { ...this.#state, contest: this.#state.contest ?? contest };
  }

  #named({ rows, ...answered }: AnsweredRows) {
    return { ...answered, items: this.#ids(rows) };
  }

  #ids(rows: readonly number[]): string[] {
    return rows.map((row) => this.parts.library.items.row(row).id);
  }

  #show(changes: Partial<EvaluationState>): void {
    this.#state = { ...this.#state, ...changes };
    this.parts.changed(this.#state);
  }

  async #asked<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      throw error instanceof EngineGone ? new PersonError(told().desk.engineAgain) : error;
    });
  }
}

function nothingIfGone(error: unknown): null {
  if (error instanceof EngineGone) return null;
  throw error;
}

function firstProgress({ methods }: ContestRequest): ContestProgress {
  return { method: methods[0] ?? 'imprinting', done: 0, total: 0, secondsLeft: null };
}

function failureOf(error: unknown): string {
  if (error instanceof EngineGone) return told().evaluations.engineEnded;
  if (error instanceof PersonError) return error.message;
  return told().evaluations.cameToNothing(describe(error));
}
