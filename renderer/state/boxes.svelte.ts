/**
 * @file Boxes in the image that is shown: the tool in hand, which box is chosen, and what is done to it. A chosen box is
 * what keys act on and what the details show, until the person moves on in the grid or leaves it.
 */
import type { Box } from '../../main/contract/model';
import type { BoxAction } from '../keyboard/places';
import { describeCell, type CellView } from '../logic/cell';
import { newId } from '../logic/classKeys';
import { boxesByImage, MIDDLE, missingFrom, nudged, type PlacedBox } from '../logic/boxes';
import { NONE } from '../logic/labels';
import type { Direction } from '../logic/map/pointIndex';
import { boxWords as words } from '../../strings';
import { apply, type Parts } from './labelling';

/** Presses of a key that follow each other so quickly are one change. */
const REST_MS = 400;
/** Stands for a box that has no id yet. */
const SKETCH = 'sketch';
const NO_BOXES: readonly PlacedBox[] = [];

interface Chosen {
  id: string;
  image: string;
  /** The selection's version when it was chosen: another one means that the person has moved on. */
  at: number;
}

interface Draft {
  id: string;
  image: string;
  box: Box;
}

export const boxItem = (id: string): string => `box:${id}`;

export class BoxesState {
  readonly #parts: Parts;
  #drawing = $state(false);
  #chosen = $state.raw<Chosen | null>(null);
  /** A change under way, shown before it is sent. */
  #draft = $state.raw<Draft | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly byImage = $derived.by(() => boxesByImage(this.#parts.project.document.boxes));

  /** The image that the focus is on, or in; null where there is none. */
  readonly image = $derived.by(() => {
    const { project, selection } = this.#parts;
    const item = project.items[selection.focus];
    return (item?.box ? project.items[item.image] : item) ?? null;
  });

  /** Whether keys act on a box rather than on what is selected in the grid. */
  readonly holds = $derived.by(() => {
    const chosen = this.#chosen;
    return chosen !== null && chosen.at === this.#parts.selection.version && this.#has(chosen);
  });

  /** Id of the chosen box; null where an image is what keys act on. */
  readonly chosen = $derived.by(() => {
    if (this.holds) return this.#chosen?.id ?? null;
    const { project, selection } = this.#parts;
    const focused = project.items[selection.focus];
    return focused?.box ? focused.id.slice(boxItem('').length) : null;
  });

  /** Row of the chosen box; NONE where there is none, or main has not told of it yet. */
  readonly row = $derived.by(() => (this.chosen === null ? NONE : this.rowOf(this.chosen)));

  get drawing(): boolean {
    return this.#drawing;
  }

  /** Row of a box; NONE until main has told of it. */
  rowOf(id: string): number {
    const { project } = this.#parts;
    // Which rows there are is no state of its own.
    void project.version;
    return project.rowOf(boxItem(id)) ?? NONE;
  }

  /** What is known of a box, as a cell of the grid says it; null until main has told of it. */
  viewOf(id: string): CellView | null {
    const { project } = this.#parts;
    return describeCell(project.tables, project.classById, this.rowOf(id));
  }

  /** The boxes of an image as they are now, a change under way included. */
  of(image: string): readonly PlacedBox[] {
    const boxes = this.byImage.get(image) ?? NO_BOXES;
    const draft = this.#draft;
    if (draft?.image !== image) return boxes;
    const others = boxes.filter(({ id }) => id !== draft.id);
    return others.length < boxes.length
      ? boxes.map((one) => (one.id === draft.id ? draft : one))
      : [...boxes, draft];
  }

  take(drawing: boolean): void {
    this.#drawing = drawing && this.#parts.project.readOnly === null;
  }

  choose(id: string | null): void {
    void this.commit();
    const image = this.image?.id;
    const at = this.#parts.selection.version;
    this.#chosen = id === null || image === undefined ? null : { id, image, at };
    if (id !== null) this.#parts.notices.say(words.chosen(this.#nameOf(id)));
  }

  /** To the next or previous box of the image, going round. */
  step(by: 1 | -1): void {
    const boxes = this.image ? this.of(this.image.id) : NO_BOXES;
    const place = boxes.findIndex(({ id }) => id === this.chosen);
    const next = place < 0 ? (by > 0 ? 0 : boxes.length - 1) : (place + by + boxes.length) % boxes.length;
    const box = boxes[next];
    if (box) this.choose(box.id);
  }

  /** Lets go, one thing after the other: tool, box. False where there was nothing to let go of. */
  leave(): boolean {
    const held = this.#drawing || this.holds;
    if (this.#drawing) this.#drawing = false;
    else this.choose(null);
    return held;
  }

  async draw(box: Box): Promise<void> {
    if (!this.image) return;
    const draft = { id: newId('b'), image: this.image.id, box };
    this.#draft = draft;
    this.choose(draft.id);
    await this.#send(draft);
  }

  /** In the middle, for whoever draws with the keys. */
  async drawInMiddle(): Promise<void> {
    await this.draw(MIDDLE);
    this.take(false);
  }

  /** Shows a box that is being drawn; null while it is too small to be one. */
  sketch(box: Box | null): void {
    const { image } = this;
    this.#draft = image && box ? { id: SKETCH, image: image.id, box } : null;
  }

  /** Shows a change of the chosen box; `commit` makes it. */
  change(box: Box): void {
    const { image, chosen } = this;
    if (image && chosen !== null) this.#draft = { id: chosen, image: image.id, box };
  }

  nudge(direction: Direction, resize: boolean): void {
    const box = this.#boxOf(this.chosen);
    if (!box || this.#parts.project.readOnly !== null) return;
    this.change(nudged(box, direction, resize));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.commit(), REST_MS);
  }

  async commit(): Promise<void> {
    clearTimeout(this.#timer);
    const draft = this.#draft;
    if (draft && this.#parts.project.document.boxes[draft.id]) await this.#send(draft);
  }

  forgetDraft(): void {
    clearTimeout(this.#timer);
    this.#draft = null;
  }

  async remove(id: string | null = this.chosen): Promise<void> {
    const placed = this.#parts.project.document.boxes[id ?? ''];
    if (id === null || !placed) return;
    this.forgetDraft();
    if (this.chosen === id) this.choose(null);
    await apply(this.#parts, { name: 'setBox', id, image: placed.image, box: null });
  }

  /** Labels the chosen box, also before main has told of its row. */
  async label(classId: string | null): Promise<void> {
    const { chosen } = this;
    if (chosen === null) return;
    await this.commit();
    await apply(this.#parts, { name: 'label', items: [boxItem(chosen)], class: classId, how: 'hand' });
  }

  /** All boxes of this image into the next one of the list, which then is the one shown. */
  async copyToNext(): Promise<void> {
    const { notices, project, selection, view } = this.#parts;
    await this.commit();
    const image = this.image;
    const boxes = image ? this.of(image.id) : NO_BOXES;
    if (!image || boxes.length === 0) return notices.info(words.nothingToCopy);
    const place = view.list.placeOf(image.index);
    const later = Array.from(view.list.order.subarray(place + 1));
    const next = later.find((row) => project.items[row]?.box === null);
    const target = next === undefined ? undefined : project.items[next];
    if (next === undefined || !target) return notices.info(words.noNext);
    const missing = missingFrom(boxes, this.of(target.id));
    const copies = missing.map(({ id, box }) => ({ id: newId('b'), image: target.id, box, from: id }));
    if (copies.length > 0 && !(await apply(this.#parts, { name: 'copyBoxes', boxes: copies }))) return;
    selection.only(next);
    notices.say(words.copied(copies.length));
  }

  /** What a key does while a box or the tool is held. */
  async carryOut(action: BoxAction): Promise<void> {
    switch (action.name) {
      case 'drawBox':
        return this.take(!this.drawing);
      case 'boxMove':
      case 'boxResize':
        return this.nudge(action.direction, action.name === 'boxResize');
      case 'boxNew':
        return this.drawInMiddle();
      case 'boxDelete':
        return this.remove();
      case 'boxNext':
      case 'boxPrevious':
        return this.step(action.name === 'boxNext' ? 1 : -1);
      case 'boxCopy':
        return this.copyToNext();
    }
  }

  async #send(draft: Draft): Promise<void> {
    await apply(this.#parts, { name: 'setBox', ...draft });
    if (this.#draft === draft) this.#draft = null;
  }

  #has({ id, image }: Chosen): boolean {
    return this.image?.id === image && this.of(image).some((one) => one.id === id);
  }

  #boxOf(id: string | null): Box | null {
    const boxes = this.image ? this.of(this.image.id) : NO_BOXES;
    return boxes.find((one) => one.id === id)?.box ?? null;
  }

  #nameOf(id: string): string {
    const boxes = this.image ? this.of(this.image.id) : NO_BOXES;
    return words.numbered(boxes.findIndex((one) => one.id === id) + 1, boxes.length);
  }
}
