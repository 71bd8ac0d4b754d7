/** @file What the person is told while changes are not on the disk. Pure. Runs in main. */
import type { SaveState } from '../contract/model';
import { explain, ProjectError } from './errors';
import { projectName } from './paths';
import { told } from '../../strings/words';

/** @param waiting how many changes are not on the disk, at least 1. */
export function notSaved(error: unknown, waiting: number): string {
  if (error instanceof ProjectError) return told().projects.notSavedBecause(waiting, error.message);
  const { what, advice } = explain(error);
  return told().projects.notSaved(waiting, what, advice).trim();
}

export function staysOpen(folder: string, state: SaveState): ProjectError {
  const why = state.kind === 'failed' ? state.message : told().projects.someNotSaved;
  return new ProjectError('unsaved', told().projects.staysOpen(projectName(folder), why));
}

export function notPurged(why: string): ProjectError {
  return new ProjectError('unsaved', told().projects.nothingPurged(why));
}

export function discarded(): ProjectError {
  return new ProjectError('discarded', told().projects.discarded);
}
