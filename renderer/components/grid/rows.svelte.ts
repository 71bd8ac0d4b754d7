/** @file The virtualiser as Svelte state: which rows of cells are to be drawn, and where. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';
import { Hurry } from '../../logic/hurry';

export interface DrawnRow {
  index: number;
  /** Distance from the list's top, pixels. */
  top: number;
  /** The element that draws it: a row that scrolls out lends its element to one that scrolls in. */
  slot: number;
}

const OVERSCAN = 3;
const MARGIN = 8;
/** Who has not scrolled for so long has stopped, ms. */
const STOPPED_MS = 60;

export class GridRows {
  #version = $state(0);
  #hurried = $state(false);
  #hurry = new Hurry(0, 0);
  #stopped: ReturnType<typeof setTimeout> | undefined;
  #slots = 1;
  #element: HTMLElement | null = null;
  #count = 0;
  #height = 1;
  readonly #virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options());

  /** Rows in view and a few around them. */
  readonly drawn: DrawnRow[] = $derived.by(() => {
    void this.#version;
    const rows = this.#virtualizer.getVirtualItems();
    this.#slots = Math.max(this.#slots, rows.length);
    return rows.map(({ index, start }) => ({ index, top: start, slot: index % this.#slots }));
  });

  readonly totalHeight = $derived.by(() => {
    void this.#version;
    return this.#virtualizer.getTotalSize();
  });

  /** Whether pictures that come into view are to wait, see `Hurry`. */
  get hurried(): boolean {
    return this.#hurried;
  }

  /** The list was scrolled. */
  scrolled(): void {
    clearTimeout(this.#stopped);
    this.#hurried = this.#hurry.moved(this.#element?.scrollTop ?? 0, performance.now());
    if (this.#hurried) this.#stopped = setTimeout(() => (this.#hurried = false), STOPPED_MS);
  }

  attach(element: HTMLElement): () => void {
    this.#element = element;
    const detach = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    return detach;
  }

  /** Says how many rows there are and how high one is, pixels. */
  configure(count: number, height: number): void {
    const resized = height !== this.#height;
    this.#count = count;
    this.#height = height;
    this.#virtualizer.setOptions(this.#options());
    if (resized) this.#virtualizer.measure();
    this.#virtualizer._willUpdate();
    this.#changed();
  }

  /** Brings a row into view, moving as little as possible. */
  reveal(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  /** Puts a row at the top. */
  scrollTo(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'start' });
  }

  /** The first row that is in view for the better part. */
  get firstVisible(): number {
    return Math.max(0, Math.round(((this.#element?.scrollTop ?? 0) - MARGIN) / this.#height));
  }

  /** Untracked: the effect that configures must not come to depend on its own result. */
  #changed(): void {
    untrack(() => this.#version++);
  }

  #options(): VirtualizerOptions<HTMLElement, HTMLElement> {
    return {
      count: this.#count,
      getScrollElement: () => this.#element,
      estimateSize: () => this.#height,
      overscan: OVERSCAN,
      paddingStart: MARGIN,
      paddingEnd: MARGIN,
      scrollPaddingStart: MARGIN,
      scrollPaddingEnd: MARGIN,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.#changed(),
    };
  }
}
