/**
 * @file A disk that refuses an export, in words. Runs in the engine (which writes models) and in main (which names and
 * moves their folder).
 */
import { PersonError, describe } from '../../contract/errors';
import { errorCode, explain } from '../../projects/errors';
import { told } from '../../../strings/words';

/** The sentence for a disk that refuses; anything else as it is. */
export function exportTrouble(error: unknown): unknown {
  if (errorCode(error) === null) return error;
  const { what, advice } = explain(error);
  const sentences = [told().exports.modelNotExported(what), advice, told().exports.nothingLeft];
  return new PersonError(sentences.filter(Boolean).join(' '), describe(error));
}
