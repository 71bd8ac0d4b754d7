/** @file The region of the dialog 'What the model sees' while it is drawn, moved and resized: one box that is every image's. */
import type { Box } from '../../main/contract/model';
import type { BoxAction } from '../keyboard/places';
import { MIDDLE, nudged, type PlacedBox } from '../logic/boxes';
import type { BoxHand } from './boxHand';

const ID = 'region';

export class RegionHand implements BoxHand {
  readonly #changed: () => void;
  #box = $state.raw<Box | null>(null);
  /** A drag under way. */
  #draft = $state.raw<Box | null>(null);

  /** @param changed told when there is another region, not while it is being drawn */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  readonly chosen = ID;
  readonly drawsBeside = true;

  /** The region; null while none is drawn. */
  get box(): Box | null {
    return this.#box;
  }

  set box(box: Box | null) {
    this.#box = box;
    this.#draft = null;
  }

  /** As it looks now, a drag under way included. */
  get shown(): Box | null {
    return this.#draft ?? this.#box;
  }

  get holds(): boolean {
    return this.#box !== null;
  }

  get drawing(): boolean {
    return this.#box === null;
  }

  of(): readonly PlacedBox[] {
    return this.#box ? [{ id: ID, box: this.#box }] : [];
  }

  /** There is but one, and it stays chosen. */
  choose(): void {}

  sketch(box: Box | null): void {
    this.#draft = box;
  }

  change(box: Box): void {
    this.#draft = box;
  }

  forgetDraft(): void {
    this.#draft = null;
  }

  commit(): void {
    if (this.#draft) this.draw(this.#draft);
  }

  draw(box: Box): void {
    this.box = box;
    this.#changed();
  }

  /** @returns whether the key meant something here */
  carryOut(action: BoxAction): boolean {
    if (action.name === 'boxNew') this.draw(MIDDLE);
    else if (action.name !== 'boxMove' && action.name !== 'boxResize') return false;
    else if (this.#box) this.draw(nudged(this.#box, action.direction, action.name === 'boxResize'));
    return true;
  }
}
