/** @file What a pointer over an image works with, whoever keeps the boxes. */
import type { Box } from '../../main/contract/model';
import type { PlacedBox } from '../logic/boxes';

/** What is drawn and changed: the boxes of an image, or the region of all. */
export interface BoxHand {
  /** Whether every drag draws. */
  readonly drawing: boolean;
  /** Whether a drag beside all boxes draws. */
  readonly drawsBeside?: boolean;
  /** Id of the one that can be moved and resized. */
  readonly chosen: string | null;
  readonly holds: boolean;
  of(image: string): readonly PlacedBox[];
  choose(id: string | null): void;
  /** Shows one that is being drawn, or a change of the chosen one, before it is made. */
  sketch(box: Box | null): void;
  change(box: Box): void;
  forgetDraft(): void;
  commit(): Promise<void> | void;
  draw(box: Box): Promise<void> | void;
}
