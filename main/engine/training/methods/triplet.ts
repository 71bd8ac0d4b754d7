/** @file Semi-hard triplets on frozen features as a method. Runs in the engine and in tests. */
import { semiHard, tripletLoss } from '../projection/losses/triplets';
import { squaredDistances, unitRows } from '../projection/losses/unit';
import { projecting } from '../projection/method';
import { withAPair } from '../projection/pairs';

/**
 * A projection by [d_ap - d_an + .2]+ over the semi-hard triplets of each batch: Schroff, Kalenichenko, Philbin, 'FaceNet: A
 * Unified Embedding for Face Recognition and Clustering' (CVPR 2015). Own classes are then imprinted in its space.
 */
export const triplet = projecting('triplet', 'Learning from triplets', {
  reach: 1,
  usable: (set) => withAPair(set, 'Learning from triplets'),
  make: () => ({
    trained: [],
    of: (z, { labels }) => {
      const u = unitRows(z);
      return tripletLoss(u, semiHard(squaredDistances(u, u).dataSync<'float32'>(), labels));
    },
  }),
});
