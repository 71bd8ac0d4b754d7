/** @file Calls about what of each image the model sees. */
import type { Framing } from '../model';

/** What it would take to see the images under another framing. */
export interface FramingCost {
  /** Images that would have to be read; null while the engine is away, which knows it. */
  images: number | null;
  /** Side of the square that the model gets, pixels. */
  side: number;
}

export interface FramingCalls {
  /** Nothing is changed by asking. */
  'framing:cost': (framing: Framing) => FramingCost;
}

export const framingChannels: Record<keyof FramingCalls, true> = { 'framing:cost': true };
