/** @file Plain imprinting as a method. Runs in the engine and in tests. */
import { imprinted } from '../imprinted';
import type { Method } from '../method';

/**
 * p_c = norm(x̄_c), logit = s·u·p_c, x̄_c the mean of the class's shots. Qi, Brown, Lowe, 'Low-Shot Learning with Imprinted
 * Weights' (CVPR 2018), equations 4 and 5; s by METHODS 1b.
 */
export const imprinting: Method = {
  id: 'imprinting',
  fit: (set, context) => imprinted(set, false, context),
};
