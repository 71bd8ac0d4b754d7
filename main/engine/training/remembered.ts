/**
 * @file What was learnt from other classes, kept as long as their set is: it does not depend on the support, and the thousand
 * episodes of an evaluation would otherwise learn it a thousand times. Runs in the engine and in tests.
 */
import type { LabelledSet, MethodOptions } from './method';

/** Learns once for each set, by identity, and each choice of options; what fails or is cancelled is not kept. */
export function remembered<T>() {
  const known = new WeakMap<LabelledSet, Map<string, T>>();
  return async (others: LabelledSet, options: MethodOptions, learn: () => Promise<T>): Promise<T> => {
    const ofSet = known.get(others) ?? new Map<string, T>();
    known.set(others, ofSet);
    const name = JSON.stringify(options);
    const learnt = ofSet.get(name) ?? (await learn());
    ofSet.set(name, learnt);
    return learnt;
  };
}
