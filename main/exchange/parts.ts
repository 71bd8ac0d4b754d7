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
}
