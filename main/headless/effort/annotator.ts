/**
 * @file The annotator of the bench: labels a folder with what the window offers, and knows of an image what it shows only
 * while looking at it (docs/effort.md says how it goes about it). Runs in main.
 */
import type { SortName } from '../../../renderer/logic/sorts';
import type { WindowDesk } from './desk';
import { REST } from './folder';
import { Effort } from './tally';

export interface Habit {
  name: string;
  /** In which unlabelled images are gone through. */
  order: SortName;
  /** Looks for one image of every class first; otherwise classes are met as they come. */
  meets: boolean;
  /** Accepts above the threshold, class by class, without a look at each; null: never. */
  trusts: { threshold: number; atLeast: number } | null;
}

export interface AcceptedAll {
  class: string;
  images: number;
  /** Of them, labelled wrongly: known to the bench, found by the annotator only by looking. */
  errors: number;
}

export interface Outcome {
  effort: Effort;
  acceptedAll: AcceptedAll[];
  /** Labels that are wrong at the end; more than none is a fault of the bench. */
  wrong: number;
  /** After each action: images labelled rightly. */
  course: number[];
}

export class Annotator {
  readonly #effort = new Effort();
  readonly #acceptedAll: AcceptedAll[] = [];
  readonly #course: number[] = [];
  /** Class ids of those it has named, by name. */
  readonly #named = new Map<string, string>();
  /** Rows accepted without a look at each. */
  readonly #unseen = new Set<number>();

  /** @param truth [rows] name of the class that each image shows */
  constructor(
    private readonly desk: WindowDesk,
    private readonly truth: readonly string[],
    private readonly habit: Habit,
  ) {}

  async work(): Promise<Outcome> {
    if (this.habit.meets) await this.#meetClasses();
    for await (const rows of this.#screens()) {
      await this.#finish(rows.filter((row) => this.desk.isUnlabelled(row)));
      if (this.habit.trusts) await this.#acceptCertain(this.habit.trusts);
    }
    await this.#review();
    const wrong = this.truth.filter((name, row) => this.desk.label(row) !== this.#named.get(name)).length;
    return { effort: this.#effort, acceptedAll: this.#acceptedAll, wrong, course: this.#course };
  }

  /** Goes through the folder until one image of every class is labelled. */
  async #meetClasses(): Promise<void> {
    const classes = new Set(this.truth).size;
    for (const row of this.desk.list({ status: 'unlabelled' }, 'folder')) {
      if (this.#named.size === classes) return;
      if (!this.#named.has(this.#see(row))) await this.#label([row]);
    }
  }

  /** What is unlabelled, screen by screen; the list stays as it was made, so that nothing is passed over. */
  async *#screens(): AsyncGenerator<number[]> {
    this.#do('list');
    if (this.habit.order !== 'folder') this.#do('list');
    if (this.habit.order === 'alike') await this.desk.arrange();
    const rows = this.desk.list({ status: 'unlabelled' }, this.habit.order);
    for (let first = 0; first < rows.length; first += this.desk.page)
      yield rows.slice(first, first + this.desk.page);
  }

  /** Corrects what is wrong on the screen until all of it is right, and accepts the rest. */
  async #finish(rows: readonly number[]): Promise<void> {
    rows.forEach((row) => this.#see(row));
    for (let wrong = this.#wrongRun(rows); wrong.length > 0; wrong = this.#wrongRun(rows)) {
      const before = rows.map((row) => this.desk.guess(row)?.class);
      await this.#label(wrong);
      // Nothing jumps, but what is guessed otherwise now is looked at again.
      rows.forEach((row, i) => {
        if (this.desk.isUnlabelled(row) && this.desk.guess(row)?.class !== before[i]) this.#see(row);
      });
    }
    const right = rows.filter((row) => this.desk.isUnlabelled(row));
    if (right.length === 0) return;
    await this.desk.accept(right);
    this.#do('page');
  }

  /** The first wrong guess on the screen, with the unlabelled ones after it as far as they show the same. */
  #wrongRun(rows: readonly number[]): number[] {
    const first = rows.findIndex((row) => this.desk.isUnlabelled(row) && !this.#isGuessedRight(row));
    if (first < 0) return [];
    const rest = rows.slice(first);
    const name = this.truth[rest[0] ?? -1];
    const end = rest.findIndex((row) => !this.desk.isUnlabelled(row) || this.truth[row] !== name);
    return end < 0 ? rest : rest.slice(0, end);
  }

  #isGuessedRight(row: number): boolean {
    const guess = this.desk.guess(row)?.class;
    return guess !== undefined && guess === this.#named.get(this.truth[row] ?? '');
  }

  /** Class by class, what is guessed above the threshold, without a look at each. */
  async #acceptCertain(trusts: NonNullable<Habit['trusts']>): Promise<void> {
    for (const [name, id] of this.#named) {
      const rows = this.desk.list(
        { class: { classes: [id], part: 'guessed' }, confidence: { from: trusts.threshold, to: 1 } },
        'certain',
      );
      if (rows.length < trusts.atLeast) continue;
      this.#do('class');
      this.#do('threshold');
      await this.desk.accept(rows);
      rows.forEach((row) => this.#unseen.add(row));
      this.#do('all');
      const errors = rows.filter((row) => this.truth[row] !== name).length;
      this.#acceptedAll.push({ class: name, images: rows.length, errors });
    }
  }

  /** Looks at what it had accepted unseen, class beside class, and corrects what is wrong. */
  async #review(): Promise<void> {
    if (this.#unseen.size === 0) return;
    for (const row of this.desk.list({}, 'class')) {
      if (!this.#unseen.has(row)) continue;
      const name = this.#see(row);
      if (this.desk.label(row) !== this.#named.get(name)) await this.#label([row]);
    }
  }

  /** Looks at an image: what it shows is known from here on. */
  #see(row: number): string {
    this.#effort.views++;
    return this.truth[row] ?? '';
  }

  /** What the rows show, all the same, becomes their label; a class that is new is named first. */
  async #label(rows: readonly number[]): Promise<void> {
    const name = this.truth[rows[0] ?? -1] ?? '';
    const known = this.#named.get(name);
    const id = known ?? `class${this.#named.size}`;
    if (known === undefined) {
      this.#named.set(name, id);
      this.#effort.named++;
      await this.desk.addClass(id, name, name === REST ? 'background' : 'class');
    }
    await this.desk.labelAs(rows, id);
    this.#do(rows.length === 1 ? 'label' : 'run');
  }

  #do(action: Parameters<Effort['count']>[0]): void {
    this.#effort.count(action);
    const right = this.truth.filter((name, row) => {
      const label = this.desk.label(row);
      return label !== null && label === this.#named.get(name);
    });
    this.#course.push(right.length);
  }
}
