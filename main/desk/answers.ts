/**
 * @file What the engine says of the open project: its answer to the newest labels, and everything of one item. Runs in
 * main, with a window or without.
 */
import type { Estimate, GuessTable, ItemDetails, ProjectDocument, ProjectSnapshot } from '../contract/model';
import type { Answer } from '../engine/guessing/guesser';
import type { Lesson } from '../engine/guessing/lesson';
import { EngineGone, type Engine } from '../engine/supervisor';
import { Gathered } from '../images/gathered';
import type { Library } from '../images/library';
import type { ProjectStore } from '../projects/store';
import type { Heads } from './heads/heads';
import { lessonOf } from './lesson';
import { Teacher } from './teacher';
import { told } from '../../strings/words';

export interface AnswerEvents {
  /** Null, as for the estimate: nothing is guessed any more. */
  guesses(table: GuessTable | null): void;
  estimate(estimate: Estimate | null): void;
  /** Something failed that the person did not just ask for. */
  trouble(title: string, error: unknown): void;
}

/** Between answers that only new embeddings ask for. */
const EMBEDDED_MS = 1000;

export class Answers {
  readonly #teacher: Teacher;
  readonly #grown = new Gathered(EMBEDDED_MS, () => this.#ask());
  #askedAt = -Infinity;
  /** Base classes that too many items still lack are being found. */
  #completing: Promise<void> | null = null;
  #newest: Pick<ProjectSnapshot, 'guesses' | 'estimate'> = { guesses: null, estimate: null };
  /** Whether the backbone in use learnt from an item, see `lessonOf`. */
  learntFrom: () => (item: string) => boolean = () => () => false;

  constructor(
    private readonly store: ProjectStore,
    private readonly library: Library,
    private readonly engine: Engine,
    private readonly events: AnswerEvents,
    private readonly heads: Pick<Heads, 'headFor' | 'answered'> | null = null,
  ) {
    this.#teacher = new Teacher({
      lesson: () => this.lesson(store.document.settings.base),
      teach: (lesson) => {
        if (!library.reader.engineOpen) throw new EngineGone(told().desk.engineKnowsNothing);
        return engine.call('teach', lesson);
      },
      taught: (answer) => this.#taught(answer),
      failed: (error) => events.trouble(told().desk.guessesNotUpToDate, error),
    });
  }

  /** For a window that is loaded anew. */
  get newest(): Pick<ProjectSnapshot, 'guesses' | 'estimate'> {
    return this.#newest;
  }

  /** What the project teaches now, with base classes or without, whichever of them guesses stand beside; and their head. */
  lesson(base: ProjectDocument['settings']['base']): Lesson {
    const { store, library } = this;
    const indexOf = (item: string): number | null => library.items.indexOf(item);
    const lesson = lessonOf(store.document, store.revision, indexOf, this.learntFrom());
    const head = this.heads?.headFor(lesson) ?? null;
    return { ...lesson, settings: { ...lesson.settings, base }, head };
  }

  /** Everything the engine can say of one item. */
  async details(item: string): Promise<ItemDetails> {
    const { items } = this.library;
    const index = items.indexOf(item);
    const nothing: ItemDetails = { item, guesses: [], base: [], neighbours: [] };
    if (index === null || this.#isBlind(item) || !this.library.reader.engineOpen) return nothing;
    const details = await this.engine.call('details', index).catch((error: unknown) => {
      if (error instanceof EngineGone) return nothing;
      throw error;
    });
    // The engine knows rows only.
    const named = details.neighbours.map((n) => ({ ...n, item: items.row(Number(n.item)).id }));
    return { ...details, item, neighbours: named };
  }

  /** A check item is labelled without anything in sight that would tell its guess. */
  #isBlind(item: string): boolean {
    const { labels, roles } = this.store.document;
    return roles[item] === 'check' && labels[item] === undefined;
  }

  /** Labels or settings have changed: they want an answer. */
  changed(): void {
    this.#grown.cancel();
    this.#ask();
  }

  /** Embeddings have come or gone. While images are read some do all the time, and each answer is one for all images. */
  embedded(): void {
    if (performance.now() - this.#askedAt < EMBEDDED_MS) return this.#grown.mark();
    this.#ask();
  }

  /** There is no backbone to guess by: what was guessed by another does not stand for it. */
  forget(): void {
    this.#grown.cancel();
    if (this.#newest.guesses === null) return;
    this.#tell({ guesses: null, estimate: null });
  }

  /** Nothing is asked any more. */
  close(): void {
    this.#grown.cancel();
  }

  /**
   * Resolves once the labels of this moment are answered, however many come meanwhile: those too that the window shows
   * already while they are being written.
   */
  async caughtUp(): Promise<void> {
    await this.store.caughtUp();
    return this.#teacher.caughtUp();
  }

  /** The same, and for all that was read so far: what is saved must not lack a guess that is only being gathered. */
  upToDate(): Promise<void> {
    this.#grown.flush();
    return this.caughtUp();
  }

  /** Resolves when every change so far is answered. */
  async settled(): Promise<void> {
    this.#grown.flush();
    await this.#teacher.settled();
    while (this.#completing) {
      await this.#completing;
      await this.#teacher.settled();
    }
  }

  #ask(): void {
    this.#askedAt = performance.now();
    this.#teacher.changed();
  }

  /** Own guesses were told first; what the backbone's classes add follows in an answer of its own. */
  async #completeBase(): Promise<void> {
    try {
      await this.engine.call('completeBase', undefined);
      this.changed();
    } catch (error) {
      // The engine's restart asks for everything again.
      if (!(error instanceof EngineGone)) this.events.trouble(told().desk.guessesNotUpToDate, error);
    }
    this.#completing = null;
  }

  #tell(newest: Pick<ProjectSnapshot, 'guesses' | 'estimate'>): void {
    this.#newest = newest;
    this.events.guesses(newest.guesses);
    this.events.estimate(newest.estimate);
  }

  #taught({ guesses, estimate, basePending, headTrouble }: Answer): void {
    this.#tell({ guesses, estimate });
    this.heads?.answered(headTrouble);
    if (basePending > 0) this.#completing ??= this.#completeBase();
  }
}
