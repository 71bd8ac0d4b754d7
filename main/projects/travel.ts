/** @file Carries out a step of the history, back or forth. Runs in main. */
import { findMisfit } from './check';
import { ProjectError } from './errors';
import { KeptStep } from './journal/keptStep';
import type { Step } from './journal/step';
import { applyPatches } from './patches';
import type { ProjectDocument } from './schema';
import { told } from '../../strings/words';

export type Direction = 'undo' | 'redo';

/**
 * Changes the document as the step says. A step of this session fits; one that was read from a file is looked at, and
 * leaves the document as it was where it does not.
 * @returns the patches that were applied
 * @throws where the step cannot be read, or its result would not be whole
 */
export function carryOut(document: ProjectDocument, step: Step, direction: Direction): Step['patches'] {
  const patches = direction === 'undo' ? step.inverse : step.patches;
  const back = step instanceof KeptStep ? backFrom(document, patches) : null;
  applyPatches(document, patches);
  const misfit = back && findMisfit(document);
  if (!misfit) return patches;
  applyPatches(document, back);
  throw new Error(misfit);
}

/** What makes the document what it is now: what the file says of that may be as wrong as the rest. */
function backFrom(document: ProjectDocument, patches: Step['patches']): Step['patches'] {
  return patches.map(({ path }) => {
    const value: unknown = path.reduce((at: unknown, key) => ownValue(at, key), document);
    return value === undefined ? { op: 'remove', path } : { op: 'replace', path, value };
  });
}

function ownValue(at: unknown, key: string | number): unknown {
  return typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
}

export function notKept(step: Step, direction: Direction): ProjectError {
  return new ProjectError('refused', told().projects.historyDamaged(step.title, direction));
}
