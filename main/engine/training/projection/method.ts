/** @file A method that is a learnt projection and imprinting in its space. Runs in the engine and in tests. */
import type { MethodId } from '../../../contract/training';
import type { Method } from '../method';
import { joined, requireReplace } from '../joined';
import { remembered } from '../remembered';
import { requireSet } from '../requireSet';
import { learnProjection, type Objective, type Projection } from './learn';
import { projectedHead } from './projected';

/**
 * Trained on other labelled classes where there are any, on the support otherwise.
 * @param name with a capital, for a sentence
 */
export function projecting(id: MethodId, name: string, objective: Objective): Method {
  const ofOthers = remembered<Projection>();
  return {
    id,
    fit: async (set, context) => {
      const { others, base, options } = context;
      requireSet(set, base && others ? 1 : 2);
      if (others) requireSet(others);
      requireReplace(base, name);
      const learn = (from = set) => learnProjection(from, objective, context);
      const projection = await (others ? ofOthers(others, options, () => learn(others)) : learn());
      return joined(await projectedHead(set, projection, context), set, base);
    },
  };
}
