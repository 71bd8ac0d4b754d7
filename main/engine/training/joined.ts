/**
 * @file What a method learnt beside the backbone's classes. Runs in the engine and in tests. Source: METHODS 2; what of it
 * holds for methods with a space of their own is decided in docs/methods.md, section 4.
 */
import type { Prototypes } from '../imprinting/imprint';
import type { BaseClassifier } from '../imprinting/joins/base';
import { basePrototypes } from '../imprinting/joins/replace';

const made = new WeakMap<BaseClassifier, Prototypes>();

/** {@link basePrototypes}, computed once for each classifier: 1000 rows take longer than most fits. */
export function prototypesOf(base: BaseClassifier): Prototypes {
  const known = made.get(base) ?? basePrototypes(base);
  made.set(base, known);
  return known;
}
