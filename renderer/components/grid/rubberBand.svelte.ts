/** @file Selecting by a drag over the grid, which scrolls when the pointer comes near its upper or lower edge. */
import { placesIn, rectangle, type Point, type Rectangle } from '../../logic/band';
import type { SelectionState } from '../../state/selection.svelte';
import type { ViewState } from '../../state/view.svelte';

/** A press that moves less is a click, pixels. */
const THRESHOLD = 5;
const EDGE = 24;
const FASTEST = 48;

export class RubberBand {
  readonly #selection: SelectionState;
  readonly #view: ViewState;
  #shown = $state.raw<Rectangle | null>(null);
  #end: (() => void) | null = null;

  constructor(selection: SelectionState, view: ViewState) {
    this.#selection = selection;
    this.#view = view;
  }

  /** The rectangle to draw, in pixels of the scrolled content; null while nothing is dragged. */
  get shown(): Rectangle | null {
    return this.#shown;
  }

  /** @param before what was selected before the press @param add whether that stays selected */
  start(press: MouseEvent, box: HTMLElement, before: Uint8Array, add: boolean): void {
    this.cancel();
    const from = pointIn(box, press);
    let pointer: { clientX: number; clientY: number } = press;
    let frame = 0;
    const draw = () => {
      const to = pointIn(box, pointer);
      this.#shown = rectangle(from, to);
      const places = placesIn(this.#shown, box.clientWidth, this.#view.shape, this.#view.list.length);
      const rows = places.map((place) => this.#view.list.rowAt(place));
      this.#selection.band(rows, add ? before : null);
    };
    const scroll = () => {
      const step = speed(box, pointer.clientY);
      if (step !== 0) box.scrollTop += step;
      if (step !== 0) draw();
      frame = requestAnimationFrame(scroll);
    };
    const move = (event: MouseEvent) => {
      pointer = event;
      const isFar = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) >= THRESHOLD;
      if (!this.#shown && !isFar) return;
      if (!this.#shown) frame = requestAnimationFrame(scroll);
      draw();
    };
    const end = () => this.cancel();
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', end);
    this.#end = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', end);
    };
  }

  cancel(): void {
    this.#end?.();
    this.#end = null;
    this.#shown = null;
  }
}

function pointIn(box: HTMLElement, at: { clientX: number; clientY: number }): Point {
  const { left, top } = box.getBoundingClientRect();
  return { x: at.clientX - left + box.scrollLeft, y: at.clientY - top + box.scrollTop };
}

/** Pixels per frame: faster the further beyond the edge, upwards negative. */
function speed(box: HTMLElement, y: number): number {
  const { top, bottom } = box.getBoundingClientRect();
  const above = top + EDGE - y;
  const below = y - (bottom - EDGE);
  if (above > 0) return -Math.min(FASTEST, Math.ceil(above / 2));
  return below > 0 ? Math.min(FASTEST, Math.ceil(below / 2)) : 0;
}
