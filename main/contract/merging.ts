/** @file What main and the window say to each other about taking over another person's labels. Types only. */
import type { Box, LabelHow } from './model';

/** What two projects can say differently of one item. */
export type MergeFact = 'label' | 'role' | 'group' | 'place' | 'time' | 'excluded' | 'box';

/** What one of the two projects says of an item. */
export interface MergeSide {
  /** Name of the class; null: it gives no label. */
  label: string | null;
  /** Who gave it, when (ISO 8601, UTC) and how; null where there is no label. */
  by: string | null;
  at: string | null;
  how: LabelHow | null;
  check: boolean;
  excluded: boolean;
  /** The group, place or time, where the conflict is about one. */
  text: string | null;
  /** The rectangle, where the conflict is about one. */
  box: Box | null;
}

export interface MergeConflict {
  /** Row of the item in the open project. */
  row: number;
  fact: MergeFact;
  mine: MergeSide;
  theirs: MergeSide;
}

/**
 * Why something that the other project says has no place here. missing: no such image · several: it could be more than
 * one · content: an image of this name is here, but of other content · twice: its image is another name of one that was
 * taken over already
 */
export type MergeUnmatchedReason = 'missing' | 'several' | 'content' | 'twice';

/** How far two people who labelled the same items agree. */
export interface MergeAgreement {
  /** Items that both labelled, each by themselves: a label that one project has from the other is not counted. */
  both: number;
  same: number;
  /** Cohen's kappa, -1 to 1; null where fewer than 20 items are in common, or all have one class. */
  kappa: number | null;
}

/** What taking over would do. Nothing is changed before it is applied. */
export interface MergePlan {
  /** Names this plan in `merge:apply`. */
  id: string;
  /** What the other project is called. */
  name: string;
  /** Who labelled in it. */
  people: string[];
  /** Images of both projects, and how many of them were found by their content. */
  images: { matched: number; byContent: number };
  newClasses: string[];
  /** Items about which only the other project says something. */
  taken: Record<Exclude<MergeFact, 'box'>, number> & { boxes: number };
  /** Labels that are the same in both. */
  same: number;
  conflicts: MergeConflict[];
  /** What belongs to images that are not in the open project: entries, of which labels, and the first of them. */
  unmatched: {
    items: number;
    labels: number;
    examples: { path: string; label: string | null; reason: MergeUnmatchedReason }[];
  };
  agreement: MergeAgreement;
  /** What a person should know, each a sentence. */
  notes: string[];
}
