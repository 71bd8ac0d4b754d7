/** @file Moving about the map: d3-zoom holds the camera; wheel, drag and keys all go through it. */
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import {
  fit,
  fromScreen,
  limits,
  resized,
  revealed,
  WORLD,
  type Camera,
  type Point,
  type Size,
} from '../../logic/map/world';
import type { Viewfinder } from '../../state/map.svelte';

export interface CameraOptions {
  /** Whether a press of the mouse moves the map. */
  moves: (event: MouseEvent) => boolean;
  changed: (camera: Camera) => void;
  /** A gesture begins; the answered function ends it. */
  gesture: () => () => void;
}

export class MapCamera implements Viewfinder {
  readonly #element: HTMLElement;
  readonly #zoom;
  #size: Size;
  /** Whether the person has moved it: else it shows everything, whatever the window's size. */
  #touched = false;

  constructor(element: HTMLElement, size: Size, { moves, changed, gesture }: CameraOptions) {
    this.#element = element;
    this.#size = size;
    let end: (() => void) | null = null;
    this.#zoom = zoom<HTMLElement, unknown>()
      .filter((event: Event) => event.type !== 'mousedown' || moves(event as MouseEvent))
      .on('start', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        if (!sourceEvent) return;
        this.#touched = true;
        end ??= gesture();
      })
      .on('zoom', ({ transform: { x, y, k } }: D3ZoomEvent<HTMLElement, unknown>) => changed({ x, y, k }))
      .on('end', () => {
        end?.();
        end = null;
      });
    this.#limit();
    select(element).call(this.#zoom).on('dblclick.zoom', null);
    this.fit();
  }

  get camera(): Camera {
    const { x, y, k } = this.#now();
    return { x, y, k };
  }

  resize(size: Size): void {
    const before = this.#size;
    const now = this.camera;
    this.#size = size;
    this.#limit();
    this.#set(this.#touched ? resized(now, before, size) : fit(size));
  }

  zoomBy(factor: number): void {
    this.#touched = true;
    select(this.#element).call((one) => this.#zoom.scaleBy(one, factor));
  }

  panBy(dx: number, dy: number): void {
    this.#touched = true;
    const { x, y, k } = this.camera;
    this.#set({ x: x + dx, y: y + dy, k });
  }

  fit(): void {
    this.#touched = false;
    this.#set(fit(this.#size));
  }

  reveal(at: Point): void {
    this.#set(revealed(this.camera, at, this.#size));
  }

  middle(): Point {
    return fromScreen(this.camera, this.#size.width / 2, this.#size.height / 2);
  }

  destroy(): void {
    select(this.#element).on('.zoom', null);
  }

  #now(): Camera {
    return (this.#element as HTMLElement & { __zoom?: Camera }).__zoom ?? zoomIdentity;
  }

  #set({ x, y, k }: Camera): void {
    select(this.#element).call((one) => this.#zoom.transform(one, zoomIdentity.translate(x, y).scale(k)));
  }

  #limit(): void {
    const { width, height } = this.#size;
    this.#zoom
      .scaleExtent(limits(this.#size))
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [-WORLD, -WORLD],
        [2 * WORLD, 2 * WORLD],
      ]);
  }
}
