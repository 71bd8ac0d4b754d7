/** @file Balanced imprinting as a method. Runs in the engine and in tests. */
import { imprinted } from '../imprinted';
import type { Method } from '../method';

/**
 * p_c = norm(m + (λ_c/λ_max)(x̄_c - m)): class means drawn to the mean m of all by how little their shots say (METHODS 1),
 * after James, Stein, 'Estimation with Quadratic Loss' (Berkeley Symposium 1961). With a base λ_c itself.
 */
export const balanced: Method = {
  id: 'balanced',
  fit: (set, context) => imprinted(set, true, context),
};
