/** @file Zooming and panning one picture by wheel, drag and keys. At factor 1 it fits its room. */
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { Placed, Size } from '../../logic/looking';

/** Pixels of the screen that one pixel of the picture may become. */
const CLOSEST = 4;
const PAN_SHARE = 0.2;

export type Direction = 'left' | 'right' | 'up' | 'down';

export class Zoomer {
  #transform = $state.raw<ZoomTransform>(zoomIdentity);
  #full = $state(1);
  #room: Size = { width: 1, height: 1 };
  #element: HTMLElement | null = null;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;

  constructor() {
    this.#zoom = zoom<HTMLElement, unknown>().on('zoom', (event: { transform: ZoomTransform }) => {
      this.#transform = event.transform;
    });
  }

  /** Where a fitted picture lies now. */
  place(fit: Placed): Placed {
    const { k, x, y } = this.#transform;
    return { left: x + fit.left * k, top: y + fit.top * k, width: fit.width * k, height: fit.height * k };
  }

  /** Pixels of the screen per pixel of the picture, as a fraction. */
  get scale(): number {
    return this.#transform.k / this.#full;
  }

  get isFitted(): boolean {
    return this.#transform.k === 1;
  }

  attach(element: HTMLElement): () => void {
    this.#element = element;
    const selection = select(element).call(this.#zoom);
    selection.on('dblclick.zoom', (event: MouseEvent) => this.toggleFull([event.offsetX, event.offsetY]));
    return () => {
      select(element).on('.zoom', null);
      this.#element = null;
    };
  }

  /**
   * Takes another picture, fitted, or the same one in another room, where it stays zoomed.
   * @param full factor at which a pixel is a pixel
   */
  show(fit: Placed, room: Size, full: number, isNew: boolean): void {
    this.#full = full;
    this.#room = room;
    this.#zoom
      .extent([
        [0, 0],
        [room.width, room.height],
      ])
      .translateExtent([
        [fit.left, fit.top],
        [fit.left + fit.width, fit.top + fit.height],
      ])
      .scaleExtent([Math.min(1, full), Math.max(2, CLOSEST * full)]);
    if (isNew) this.#act((selection) => this.#zoom.transform(selection, zoomIdentity));
  }

  zoomBy(factor: number): void {
    this.#act((selection) => this.#zoom.scaleBy(selection, factor));
  }

  /** From fitting to pixel for pixel, and back. */
  toggleFull(at?: [number, number]): void {
    const target = this.isFitted ? this.#full : 1;
    this.#act((selection) => this.#zoom.scaleTo(selection, target, at));
    if (target === 1) this.#act((selection) => this.#zoom.transform(selection, zoomIdentity));
  }

  /** Shows more of that side. */
  pan(direction: Direction): void {
    const x = this.#room.width * PAN_SHARE * (direction === 'left' ? 1 : direction === 'right' ? -1 : 0);
    const y = this.#room.height * PAN_SHARE * (direction === 'up' ? 1 : direction === 'down' ? -1 : 0);
    this.#act((selection) => this.#zoom.translateBy(selection, x / this.#transform.k, y / this.#transform.k));
  }

  #act(work: (selection: ReturnType<typeof select<HTMLElement, unknown>>) => void): void {
    if (this.#element) work(select<HTMLElement, unknown>(this.#element));
  }
}
