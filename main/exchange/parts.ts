/** @file What this room needs of the open project; whoever joins the rooms makes it from them. Types only. */
import type { Command, GuessTable, ItemRow, ProjectChange, ProjectDocument } from '../contract/model';

export interface OpenLabels {
  /** Of the project. */
  name: string;
  document: ProjectDocument;
  /** All rows, by their index. */
  rows: readonly ItemRow[];
  absolute: (index: number) => string;
  apply: (command: Command) => Promise<ProjectChange>;
  /** What the engine last said; null while it said nothing. */
  guesses: GuessTable | null;
  /** Cosine below which an item is none of the classes; null where there is none. */
  threshold: () => Promise<number | null>;
  /** Raw embeddings [rows, D] of those of the rows that have one, and these rows. */
  embeddings: (rows: number[]) => Promise<{ rows: number[]; dimension: number; values: Float32Array }>;
}
