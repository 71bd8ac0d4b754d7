/** @file What learning a projection says when it cannot. Runs in the engine and in tests. */
import { PersonError } from '../../../contract/errors';
import { told } from '../../../../strings/words';

export const noSpread = (): PersonError => new PersonError(told().engine.sameEmbedding);

/** @param method as it is called in a sentence, with a capital */
export const noPairs = (method: string): PersonError => new PersonError(told().engine.tooFewPairs(method));
