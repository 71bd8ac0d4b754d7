/** @file What the person is told while changes are not on the disk. Pure. Runs in main. */
import type { SaveState } from '../contract/model';
import { explain, ProjectError } from './errors';
import { projectName } from './paths';
import { count } from './words';

/** @param waiting how many changes are not on the disk, at least 1. */
export function notSaved(error: unknown, waiting: number): string {
  const changes = count(waiting, 'change is', 'changes are');
  const kept = `${waiting === 1 ? 'It is' : 'They are'} kept in this window`;
  if (error instanceof ProjectError) return `${changes} not saved. ${error.message} ${kept}.`;
  const { what, advice } = explain(error);
  return `${changes} not saved: ${what}. ${kept}, and saving is tried again. ${advice}`.trim();
}

export function staysOpen(folder: string, state: SaveState): ProjectError {
  const why = state.kind === 'failed' ? state.message : 'Some changes are not saved yet.';
  return new ProjectError('unsaved', `${projectName(folder)} stays open. ${why}`);
}

export function notPurged(why: string): ProjectError {
  return new ProjectError('unsaved', `Nothing was purged. ${why}`);
}

export function discarded(): ProjectError {
  return new ProjectError('discarded', 'The project was closed without saving this change.');
}
