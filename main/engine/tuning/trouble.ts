/** @file A disk that refuses a tuned backbone, in words. Runs in the engine. */
import { PersonError, describe } from '../../contract/errors';
import { errorCode, explain } from '../../projects/errors';
import { told } from '../../../strings/words';

/** The sentence for a disk that refuses; anything else as it is. */
export function saveTrouble(error: unknown): unknown {
  if (errorCode(error) === null) return error;
  const { what, advice } = explain(error);
  const sentences = [told().engine.tunedNotKept(what), advice, told().engine.stillThere];
  return new PersonError(sentences.filter(Boolean).join(' '), describe(error));
}
