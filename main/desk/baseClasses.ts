/**
 * @file Which base classes the folders of base images stand for: each is named by the class's label or its number.
 * Pure; runs in main.
 */
import { PersonError } from '../contract/errors';
import { told } from '../../strings/words';

/** Labels as people type them: case, outer blanks and underscores for blanks do not count. */
const plain = (label: string): string => label.normalize('NFC').replace(/_/g, ' ').trim().toLowerCase();

/**
 * Number of the class that each folder stands for.
 * @throws {PersonError} for the first folder that names none
 */
export function baseClassesOf(folders: readonly string[], labels: readonly string[]): Map<string, number> {
  return new Map(folders.map((folder) => [folder, numberOf(folder, labels)]));
}

/** 'Cardigan' the dog and 'cardigan' the garment are two classes: the exact label comes first. */
function numberOf(folder: string, labels: readonly string[]): number {
  const exact = labels.indexOf(folder);
  if (exact >= 0) return exact;
  const [number, another] = [...labels.keys()].filter((k) => plain(labels[k] ?? '') === plain(folder));
  if (another !== undefined)
    throw new PersonError(told().evaluations.twoBaseClasses(folder, number, another));
  if (number !== undefined) return number;
  if (/^\d{1,9}$/.test(folder) && Number(folder) < labels.length) return Number(folder);
  throw new PersonError(told().evaluations.noBaseClass(folder, labels.length - 1));
}
