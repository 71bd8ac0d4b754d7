/** @file Neighbourhood components analysis on frozen features as a method. Runs in the engine and in tests. */
import { tf } from '../../backbone/tensorflow';
import { ncaObjective } from '../projection/losses/nca';
import { projecting } from '../projection/method';
import { withPartners } from '../projection/pairs';

/** Of distances between shots, which have a mean length of 1: that of Proxy-NCA, which gives a softmax something to tell apart. */
const REACH = 3;

/**
 * A projection that maximises Σ_i Σ_{j≠i, same class} softmax_{j≠i}(-|Aa_i - Aa_j|²): Goldberger, Roweis, Hinton, Salakhutdinov,
 * 'Neighbourhood Components Analysis' (NIPS 2004). Own classes are then imprinted in its space.
 */
export const nca = projecting('nca', 'NCA', {
  reach: REACH,
  usable: (set) => withPartners(set, 'NCA'),
  make: () => ({
    trained: [],
    of: (z, { labels }) => ncaObjective(z, tf.tensor1d(labels, 'int32')).div(-labels.length),
  }),
});
