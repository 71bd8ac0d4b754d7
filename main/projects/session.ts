/**
 * @file One open project: its document and history, the items of its folders, and what the engine says of them.
 * Joins the rooms; each does its own work. Runs in main, with a window or without.
 */
import type { Command, Estimate, GuessTable, ItemDetails, ItemRow, Progress, ProjectChange, ProjectSnapshot, SaveState } from '../contract/model';
import { PersonError } from '../contract/errors';
import type { Engine } from '../engine/supervisor';
import type { Library } from '../images/library';
import { lessonOf } from './lesson';
import type { ProjectStore } from './store';
import { Teacher } from './teacher';

export interface SessionEvents {
  changed(change: ProjectChange): void;
  saved(state: SaveState): void;
  items(rows: ItemRow[]): void;
  progress(progress: Progress): void;
  guesses(table: GuessTable): void;
  estimate(estimate: Estimate): void;
  trouble(title: string, error: unknown): void;
}
