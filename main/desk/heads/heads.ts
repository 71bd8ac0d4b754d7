/**
 * @file Fine-tuning in the open project: the run, what is kept of it, and whether that may be used. The engine trains and has the
 * weights; what a head learnt from, and which one is kept, is main's to say. Runs in main, with a window or without.
 */
import type { JoinReport, TrainingRequest, TrainingState } from '../../contract/areas/training';
import { requireImages } from '../../classFiles/sentences';
import { PersonError } from '../../contract/errors';
import type { LessonHead, Lesson } from '../../engine/guessing/lesson';
import type { HeadReport } from '../../engine/heads/report';
import { EngineGone, type Engine } from '../../engine/supervisor';
import type { ProjectStore } from '../../projects/store';
import type { HeadFiles } from './headFiles';
import { KeptStanding } from './keptStanding';
import { learntFrom, nowOf, type NowParts } from './now';
import { ended, heldAgainst, newRun, recordOf, reported, type RunState } from './runState';
import { told } from '../../../strings/words';

export interface HeadsParts {
  store: Pick<ProjectStore, 'document' | 'apply' | 'readOnly'>;
  library: NowParts['library'];
  engine: Pick<Engine, 'call'>;
  files: HeadFiles;
  /** What the project teaches now, without a head. */
  lesson: () => Lesson;
  changed: (state: TrainingState) => void;
  /** What guesses come from is known now: they want to be brought up to date. */
  known: () => void;
  /** Resolves once the labels of this moment are answered. */
  caughtUp: () => Promise<void>;
}

export class Heads {
  #run: RunState | null = null;
  readonly #kept: KeptStanding;

  constructor(private readonly parts: HeadsParts) {
    this.#kept = new KeptStanding(parts.files, parts.known);
  }

  get state(): TrainingState {
    return { standing: this.#kept.shown, run: this.#run?.shown ?? null };
  }

  /** What the kept head learnt from, see `learntKey`. */
  get learnt(): ReadonlySet<string> {
    return this.#kept.learnt;
  }

  /** Takes a copy of what is labelled and begins. @throws PersonError where nothing can be learnt from that */
  async start(request: TrainingRequest): Promise<void> {
    requireImages(this.parts.store.document.classes);
    const lesson = this.parts.lesson();
    const begun = await this.#ask('startHead', { lesson, request });
    this.#run = newRun(begun.run, request, learntFrom(begun, lesson, this.#now));
    this.#holdRun(lesson);
    this.#tell();
  }

  async cancel(): Promise<void> {
    await this.#ask('cancelHead', undefined).catch(unlessAway);
  }

  async discard(): Promise<void> {
    this.#run = null;
    this.#tell();
    await this.#ask('forgetHead', undefined).catch(unlessAway);
  }

  /** Guesses come from the head of the last run from now on. @throws PersonError where it may not be kept */
  async keep(): Promise<void> {
    const run = this.#run && heldAgainst(this.#run, nowOf(this.parts.lesson(), this.#now));
    const record = run && recordOf(run);
    if (!run || !record) throw new PersonError(told().heads.nothingToKeep);
    if (run.shown.unfit !== null) throw new PersonError(run.shown.unfit);
    const of = await this.parts.files.keep(record, (file) => this.#ask('writeHead', { file }));
    this.#run = null;
    await this.parts.store.apply({ name: 'setSettings', changes: { head: { ...record.request, of } } });
    await this.#ask('forgetHead', undefined).catch(unlessAway);
  }

  /** The engine tells of the run. */
  reported(report: HeadReport): void {
    if (report.run !== this.#run?.number) return;
    this.#run = reported(this.#run, report);
    this.#holdRun(this.parts.lesson());
    this.#tell();
  }

  engineGone(): void {
    const status = this.#run?.shown.status;
    if (!this.#run || (status !== 'running' && status !== 'ready')) return;
    this.#run = ended(this.#run, 'failed', told().heads.engineEnded);
    this.#tell();
  }

  /** How own classes stand beside the backbone's, by the newest labels. */
  async join(): Promise<JoinReport | null> {
    if (this.parts.store.document.settings.base === 'none') return null;
    await this.parts.caughtUp();
    return this.#ask('joinReport', undefined);
  }

  /** Nothing more is computed for this project. */
  async close(): Promise<void> {
    if (this.#run) await this.parts.engine.call('forgetHead', undefined).catch(() => undefined);
  }

  /**
   * What guesses are to come from, for a lesson of this moment: null for imprinting. Looks anew whether all that the kept head
   * learnt from is still labelled as it was.
   */
  headFor(lesson: Lesson): LessonHead | null {
    const before = JSON.stringify(this.state);
    this.#holdRun(lesson);
    const head = this.#kept.look(this.parts.store.document.settings.head, lesson, this.#now);
    if (JSON.stringify(this.state) !== before) this.#tell();
    return head;
  }

  /** The engine has answered a lesson. @param trouble why guesses do not come from the head that it named */
  answered(trouble: string | null): void {
    const before = JSON.stringify(this.state);
    this.#kept.answered(trouble);
    if (JSON.stringify(this.state) !== before) this.#tell();
  }

  #holdRun(lesson: Lesson): void {
    const status = this.#run?.shown.status;
    if (this.#run && (status === 'running' || status === 'ready'))
      this.#run = heldAgainst(this.#run, nowOf(lesson, this.#now));
  }

  get #now(): NowParts {
    return { document: this.parts.store.document, library: this.parts.library };
  }

  #tell(): void {
    this.parts.changed(this.state);
  }

  #ask: Engine['call'] = async (name, arg) =>
    this.parts.engine.call(name, arg).catch((error: unknown) => {
      throw error instanceof EngineGone ? new PersonError(told().desk.engineAgain) : error;
    });
}

function unlessAway(error: unknown): void {
  if (!(error instanceof PersonError)) throw error;
}
