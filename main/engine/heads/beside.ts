/**
 * @file A kept head of own classes beside the backbone's, as its method would have made it there. Runs in the engine and in tests.
 * Source: METHODS 2 and 4.
 */
import { PersonError } from '../../contract/errors';
import type { MethodId } from '../../contract/training';
import type { Head } from '../imprinting/head';
import type { BaseClassifier } from '../imprinting/joins/base';
import { joined } from '../training/joined';
import { told } from '../../../strings/words';

export interface Beside {
  readonly method: MethodId;
  readonly classifier: BaseClassifier;
  /** ν, mean length of the raw embeddings of the support. */
  readonly meanLength: number;
  /** γ, in logits. */
  readonly offset: number;
}

/**
 * Base classes, then own ones.
 * @throws {PersonError} for a method whose logits have no place for a class that it never saw
 */
export function besideBase(own: Head, { method, classifier, meanLength, offset }: Beside): Head {
  if (method === 'logistic') throw new PersonError(told().engine.logisticAlone);
  const lengths = Float64Array.of(meanLength);
  return joined(own, { lengths }, { classifier, join: 'replace', offset });
}
