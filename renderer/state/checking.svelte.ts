/**
 * @file The blind check: drawn at random, labelled one by one without a guess in sight, left and taken up again. What it
 * has found so far is in the project alone, so nothing is lost with the window.
 */
import { checkPool, usualSize } from '../../main/organise/checkPlan';
import type { Step } from '../keyboard/keymap';
import { addedSince, checkItems, confusedRows, countsOf, isLeft, type CheckItem } from '../logic/checkState';
import { check as words } from '../../strings';
import type { ClassWork } from './classWork';
import { apply, type Parts } from './labelling';

export class Checking {
  readonly #parts: Parts;
  readonly #classes: ClassWork;
  /** Whether images are shown one by one. */
  #running = $state(false);
  #at = $state(0);
  #wished = $state<number | null>(null);
  /** Whether the field for a new class is open. */
  naming = $state(false);
  drawing = $state(false);

  constructor(parts: Parts, classes: ClassWork) {
    this.#parts = parts;
    this.#classes = classes;
  }

  readonly items: readonly CheckItem[] = $derived.by(() => {
    const { project } = this.#parts;
    const { document, items } = project;
    return checkItems(
      document,
      items,
      (item) => project.rowOf(item),
      (row) => project.classOf(row),
    );
  });
  readonly counts = $derived(countsOf(this.items));
  /** How many could be drawn now. */
  readonly pool = $derived.by(() => {
    const { document, items } = this.#parts.project;
    return checkPool(document, items).length;
  });
  readonly added = $derived.by(() => {
    const { document, items } = this.#parts.project;
    return addedSince(this.items, items, document);
  });

  get running(): boolean {
    return this.#running && this.items.length > 0;
  }
  get at(): number {
    return Math.min(this.#at, this.items.length - 1);
  }
  get current(): CheckItem | undefined {
    return this.items[this.at];
  }
  /** How many to draw, as wished or as usual, never more than there are. */
  get size(): number {
    return Math.min(this.#wished ?? usualSize(this.pool), this.pool);
  }
  set size(size: number) {
    this.#wished = size;
  }

  async draw(): Promise<void> {
    const { client, project } = this.#parts;
    if (project.readOnly !== null || this.drawing) return;
    this.drawing = true;
    const drawn = await client.ask(words.couldNotDraw, 'check:draw', this.size, null);
    this.drawing = false;
    if (!drawn) return;
    project.follow(drawn.change);
    this.takeUp();
  }

  /** From the first that is left, or from the beginning where none is. */
  takeUp(): void {
    this.#at = Math.max(0, this.items.findIndex(isLeft));
    this.#running = true;
  }

  leave(): void {
    this.naming = false;
    this.#running = false;
  }

  go(step: Step): void {
    const last = this.items.length - 1;
    if (step === 'left' || step === 'up') this.#at = Math.max(0, this.at - 1);
    if (step === 'right' || step === 'down') this.#at = Math.min(last, this.at + 1);
    if (step === 'home') this.#at = 0;
    if (step === 'end') this.#at = last;
  }

  async labelWithKey(key: string): Promise<void> {
    const info = this.#parts.project.document.classes.find((one) => one.key === key);
    if (info) await this.label(info.id);
  }

  /** Labels what is shown and goes on; null takes its label away. */
  async label(classId: string | null): Promise<void> {
    const shown = this.current;
    const { project } = this.#parts;
    if (!shown || project.readOnly !== null) return;
    const { row, item } = shown;
    const settle = project.paint([row], classId);
    if (classId !== null) this.#goOn();
    if (shown.cannotTell && classId !== null) await this.#exclude(item.id, false);
    await apply(this.#parts, { name: 'label', items: [item.id], class: classId, how: 'hand' });
    settle();
  }

  /** Takes it out of the check, or back in where it was out. */
  async cannotTell(): Promise<void> {
    const shown = this.current;
    if (!shown) return;
    if (await this.#exclude(shown.item.id, !shown.cannotTell)) {
      if (!shown.cannotTell) this.#goOn();
    }
  }

  /** Makes a class of what is shown. */
  async create(name: string): Promise<void> {
    const made = await this.#classes.make(name);
    if (made) await this.label(made.id);
  }

  /** They teach from now on, and measure nothing any more. */
  async giveBack(): Promise<void> {
    const items = Object.keys(this.#parts.project.document.roles);
    this.leave();
    if (items.length > 0) await apply(this.#parts, { name: 'setRole', items, role: 'learn' });
  }

  /** The grid lists what was taken for something else. */
  show(confusion: Parameters<typeof confusedRows>[2], title: string): void {
    const { project, view } = this.#parts;
    const rows = confusedRows(this.items, project.guesses, confusion);
    view.open('label');
    view.show({});
    view.showSet({ key: 'check', title, rows });
  }

  async #exclude(image: string, excluded: boolean): Promise<boolean> {
    return apply(this.#parts, { name: 'setExcluded', images: [image], excluded });
  }

  /** To the next that is left, going round once; where none is, the check is done. */
  #goOn(): void {
    const { at, items } = this;
    for (let step = 1; step <= items.length; step++) {
      const place = (at + step) % items.length;
      const one = items[place];
      if (place !== at && one && isLeft(one)) return void (this.#at = place);
    }
    if (!items.some((one, place) => place !== at && isLeft(one))) this.leave();
  }
}
