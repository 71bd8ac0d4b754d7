/** @file A disk that refuses a tuned backbone, in words. Runs in the engine. */
import { PersonError, describe } from '../../contract/errors';
import { errorCode, explain } from '../../projects/errors';

/** The sentence for a disk that refuses; anything else as it is. */
export function saveTrouble(error: unknown): unknown {
  if (errorCode(error) === null) return error;
  const { what, advice } = explain(error);
  const sentences = [
    `The tuned backbone was not kept: ${what}.`,
    advice,
    'Nothing was changed, and what was trained is still there: keep it again.',
  ];
  return new PersonError(sentences.filter(Boolean).join(' '), describe(error));
}
