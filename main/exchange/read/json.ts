/** @file Labels from a JSON file, whichever of the known programs wrote it. Pure. Runs in main. */
import { PersonError, describe } from '../../contract/errors';
import { isFiftyOne, readFiftyOne } from './fiftyone';
import { isLabelStudio, readLabelStudio } from './labelStudio';
import type { ReadLabels } from './record';
import { told } from '../../../strings/words';

/** @throws {PersonError} where it is no JSON, or of no program that is known */
export function readJson(text: string): ReadLabels {
  const value = parse(text);
  if (isFiftyOne(value)) return readFiftyOne(value);
  if (isLabelStudio(value)) return readLabelStudio(value);
  throw new PersonError(told().importing.otherJson);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new PersonError(told().importing.noJson, describe(error));
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
