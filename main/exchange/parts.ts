/** @file What this room needs of the open project; whoever joins the rooms makes it from them. Types only. */
import type { Command, GuessTable, ItemRow, ProjectChange, ProjectDocument } from '../contract/model';
import type { NoneRule } from '../contract/none';

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
  /** When an item is none of the classes. */
  noneRule: () => Promise<NoneRule>;
  /** Raw embeddings [rows, D] of those of the rows that have one, and these rows. */
  embeddings: (rows: number[]) => Promise<{ rows: number[]; dimension: number; values: Float32Array }>;
}
