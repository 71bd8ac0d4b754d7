/** @file What a plan of taking over is made from. Types only. */
import type { ItemRow, ProjectDocument } from '../../contract/model';

/** The open project. */
export interface Mine {
  document: ProjectDocument;
  /** All rows, by their index. */
  rows: readonly ItemRow[];
  /** SHA-256 of an image's content, null where it was never read. */
  contentOf: (row: number) => string | null;
}

/** The other person's project, as it was read. */
export interface Theirs {
  name: string;
  document: ProjectDocument;
  /** SHA-256 of an image's content by its key; null where that project does not know it. */
  contentOf: (key: string) => string | null;
  notes: string[];
}

/** An image of one of the two projects. */
export interface ImageOf {
  /** Item id in its project. */
  id: string;
  folder: string;
  /** Below its folder. */
  path: string;
  hash: string | null;
}
