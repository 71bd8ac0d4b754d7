/**
 * @file Answers lessons: guesses for all items, the estimate, details of one item, the head to export. Runs in the engine.
 */
import { setImmediate } from 'node:timers/promises';
import { describe } from '../../contract/errors';
import type { Estimate, GuessTable, ItemDetails } from '../../contract/model';
import type { Head } from '../imprinting/head';
import type { Lesson } from './lesson';
import { classifierOf, likenessOf, type EmbeddingConstants } from './constants';
import { baseLabels, guessesFor, keptGuessesFor, neighboursOf } from './details';
import type { EmbeddingMatrix } from './embeddings';
import { estimateOf, givenOf } from './estimates';
import { fillBase, fillOwn, type FillParts } from './fill';
import { fillKept } from './fillKept';
import { foldScores } from './foldScores';
import { GivenClasses } from './given';
import type { KeptHead } from './kept';
import { KeptHeads } from './keptHeads';
import { LessonSupport } from './lessonSupport';
import { pace, type Pause } from './pace';
import { plainScorer, type Scorer } from './scorer';
import { CentredSpace } from './space';
import { Stages, type Stage } from './stages';
import { headOf, studyOf, type Study } from './study';
import { summedLesson, type SummedLesson } from './summed';
import { emptyTable } from './table';
import { learn, type Taught } from './taught';

/** Guesses for all rows, and what leave-one-out says of them. */
export interface Answer {
  guesses: GuessTable;
  estimate: Estimate;
  /** Items whose base class is not known yet: see `completeBase`. 0 where all are, or none are shown. */
  basePending: number;
  /** Why guesses do not come from the kept head although the lesson names one, a sentence; null: they do. */
  headTrouble: string | null;
}

/** What the last answered lesson came to. */
export interface Shown {
  readonly stage: Stage;
  readonly lesson: Lesson;
  readonly taught: Taught | null;
  readonly guesses: GuessTable;
  /** What guesses come from; null: imprinting. */
  readonly kept: KeptHead | null;
}

export class Guesser {
  readonly #stages: Stages;
  #turn = 0;
  #busy: Promise<void> = Promise.resolve();
  #shown: Shown | null = null;

  constructor(
    private readonly matrix: EmbeddingMatrix,
    private readonly constants: EmbeddingConstants,
    private readonly scorer: Scorer,
    private readonly heads = new KeptHeads(matrix, ''),
    private readonly given = new GivenClasses(null),
  ) {
    this.#stages = new Stages(matrix, constants, given);
  }

  /** What the last answered lesson came to; null before, or where no class has an image with an embedding. */
  get taught(): Taught | null {
    return this.#shown?.taught ?? null;
  }

  /**
   * Answers a lesson. Embeddings may come, change and go meanwhile; the next lesson takes them in.
   * @throws SupersededLesson when another lesson comes before this one is answered
   */
  teach(lesson: Lesson): Promise<Answer> {
    const turn = ++this.#turn;
    const pause = pace(() => turn !== this.#turn, `lesson ${lesson.revision}`);
    // One at a time: sums are changed in place, and an overtaken lesson gives way at its next pause.
    const answer = this.#busy.then(pause).then(() => this.#answer(lesson, pause));
    const done = () => undefined;
    this.#busy = answer.then(done, done);
    return answer;
  }

  /** All there is to say of a row, by the last answered lesson. Items are named by their row. */
  details(index: number): ItemDetails {
    const nothing: ItemDetails = { item: String(index), guesses: [], base: [], neighbours: [] };
    if (!this.#shown || !this.matrix.has(index)) return nothing;
    const { stage, lesson, taught } = this.#shown;
    const classifier = lesson.settings.base === 'none' ? null : classifierOf(this.constants);
    return {
      ...nothing,
      guesses: taught ? this.#guessesFor(index, this.#shown, taught) : [],
      base: classifier ? baseLabels(this.matrix.raw(index), classifier) : [],
      neighbours: neighboursOf(index, stage.support.rows, this.matrix),
    };
  }

  /** What is said of all own classes for a row that has an embedding, by the last answered lesson; none before anything is taught. */
  ownGuesses(index: number): ItemDetails['guesses'] {
    const shown = this.#shown;
    return shown?.taught ? this.#guessesFor(index, shown, shown.taught) : [];
  }

  /**
   * The imprinted head of the last answered lesson: novel classes in the order of `taught.classes`, after the base classes
   * where those are shown. Null while there is none.
   */
  head(): Head | null {
    const { stage, taught } = this.#shown ?? {};
    return stage && taught ? headOf(stage, taught) : null;
  }

  /** Resolves at the next moment when no lesson is being learnt; others are let through in between. */
  async idle(): Promise<void> {
    await setImmediate();
    await this.#busy;
  }

  /** Finds the base classes that the last answer left out; lessons come first. The next answer has them. */
  async completeBase(): Promise<void> {
    const { stage, kept, lesson } = this.#shown ?? {};
    if (!stage?.join || !lesson) return;
    const { base } = kept ? kept.beside(stage.join, lesson.settings) : stage.join;
    await base.update(this.scorer, () => this.idle());
  }

  /**
   * Has something found by what the last answered lesson came to, while no other is being learnt: a lesson changes the
   * sums in place.
   */
  consult<T>(use: (shown: Shown | null) => T | Promise<T>): Promise<T> {
    const found = this.#busy.then(() => use(this.#shown));
    const done = () => undefined;
    this.#busy = found.then(done, done);
    return found;
  }

  /**
   * What a lesson comes to, whatever is shown: an export may stand beside base classes where the window does not.
   * Null where no class has an image with an embedding.
   */
  study(lesson: Lesson): Promise<Study | null> {
    const pause = pace(() => false, 'a study');
    const study = this.#busy.then(() => this.#study(lesson, pause));
    const done = () => undefined;
    this.#busy = study.then(done, done);
    return study;
  }

  /** Classes of a lesson as class files have them, whatever is shown; labels given meanwhile wait for it. */
  summed(lesson: Lesson): Promise<SummedLesson> {
    const sum = async (): Promise<SummedLesson> => {
      await this.given.load(lesson);
      const { support } = this.#stages.of({ ...lesson.settings, base: 'none' });
      const space = new CentredSpace(this.matrix, this.constants.mean);
      // Only for this: nobody else imprints from them, unless classes are appended to the backbone's.
      const centred = new LessonSupport(this.matrix, space, this.given).update(lesson);
      return summedLesson(lesson, { unit: support.update(lesson), centred }, this.given);
    };
    const summed = this.#busy.then(sum);
    const done = () => undefined;
    this.#busy = summed.then(done, done);
    return summed;
  }

  async #study(lesson: Lesson, pause: Pause): Promise<Study | null> {
    const stage = this.#stages.of(lesson.settings);
    const taught = await this.#learn(lesson, stage, pause);
    if (!taught) return null;
    const kept = lesson.head ? await this.heads.of(lesson.head) : null;
    if (kept && stage.join) kept.beside(stage.join, lesson.settings);
    const cosines = (index: number): Float32Array => this.#cosines(index, stage, taught);
    return studyOf(stage, taught, { matrix: this.matrix, score: foldScores(this.scorer), cosines, kept });
  }

  async #answer(lesson: Lesson, pause: Pause): Promise<Answer> {
    const stage = this.#stages.of(lesson.settings);
    const taught = await this.#learn(lesson, stage, pause);
    const parts = { ...stage, matrix: this.matrix, scorer: this.scorer, pause };
    const { kept, headTrouble } = await this.#keptFor(lesson, stage, taught);
    const { guesses, basePending } = await this.#guess(lesson, taught, kept, parts);
    this.#shown = { stage, lesson, taught, guesses, kept };
    const given = givenOf(lesson, this.given, stage.space.name);
    const estimate = estimateOf(lesson, { taught, guesses, given, kept: kept?.about ?? null });
    // Whether a guess is right may hang on what is not known yet.
    const known = basePending > 0 ? { ...estimate, check: null } : estimate;
    return { guesses, basePending, estimate: known, headTrouble };
  }

  /** What cannot be used is said, and imprinting takes its place. */
  async #keptFor({ head, settings }: Lesson, { join }: Stage, taught: Taught | null) {
    if (!head || !taught) return { kept: null, headTrouble: null };
    try {
      const kept = await this.heads.of(head);
      if (join) kept.beside(join, settings);
      return { kept, headTrouble: null };
    } catch (error) {
      return { kept: null, headTrouble: describe(error) };
    }
  }

  async #learn(lesson: Lesson, { space, support, join }: Stage, pause: Pause): Promise<Taught | null> {
    await this.given.load(lesson);
    const classes = support.update(lesson);
    if (classes.length === 0) return null;
    // `append` is defined with plain imprinting (METHODS 2).
    const balanced = lesson.settings.balanced && !(join && lesson.settings.join === 'append');
    return learn(lesson, classes, {
      imprint: { balanced, base: join !== null },
      effectiveDimension: this.constants.effectiveDimension,
      likeness: space.likeness(likenessOf(this.constants)),
      score: foldScores(this.scorer),
      pause,
    });
  }

  async #guess(lesson: Lesson, taught: Taught | null, kept: KeptHead | null, parts: FillParts) {
    const scale = kept ? kept.scale : taught?.scale;
    const table = emptyTable(lesson, this.matrix.count, scale);
    const { join } = parts;
    const side = join && kept ? kept.beside(join, lesson.settings) : join;
    const basePending = side ? await fillBase(table, side, parts) : 0;
    const beside = side && join ? { guesses: side.base, offset: join.offset } : null;
    if (taught && kept) await fillKept(table, taught, kept, beside, parts);
    else if (taught) await fillOwn(table, taught, parts);
    return { guesses: table, basePending };
  }

  #guessesFor(index: number, { stage, kept }: Shown, taught: Taught): ItemDetails['guesses'] {
    const cosines = this.#cosines(index, stage, taught);
    return kept ? keptGuessesFor(index, cosines, kept, taught) : guessesFor(cosines, taught);
  }

  #cosines(index: number, { space }: Stage, { prototypes }: Taught): Float32Array {
    const block = this.matrix.rows(index, 1);
    const products = plainScorer.prepare(space.rows(prototypes)).products(block.units);
    return space.scores(products, block, prototypes).cosines;
  }
}
