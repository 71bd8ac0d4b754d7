/** @file Prototypical networks. Runs in the engine and in tests. */
import type { Head } from '../../imprinting/head';
import { assemble } from '../../imprinting/joins/assemble';
import { meanOf, rowLengths } from '../../imprinting/joins/base';
import { expectedScale, scaleFrom, shotGrowth } from '../../imprinting/scale';
import { centresOf, nearness, rawShots } from '../centres';
import { joined, requireReplace } from '../joined';
import type { FitContext, LabelledSet, Method } from '../method';
import { throwIfAborted } from '../optimise/abort';
import { learnProjection, type Projection } from '../projection/learn';
import { episodes } from '../projection/losses/episodes';
import { projectedSet } from '../projection/projected';
import { remembered } from '../remembered';
import { requireSet } from '../requireSet';
import { distanceRows } from '../rows';
import { supportOf } from '../support';
import { heldOutBy, namesOf, rowsByGroup } from '../turns';

const NAME = 'A prototypical network';

/**
 * c_k the mean of the class's RAW shots, p ∝ exp(-|z - c_k|²/τ), in its linear form W = 2c, b = -|c|². Snell, Swersky, Zemel,
 * 'Prototypical Networks for Few-shot Learning' (NeurIPS 2017), equations 1, 2 and 8. z = a, or A(a - shift) where there are other
 * labelled classes: A is then trained on them by episodes (algorithm 1).
 */
export const protonet: Method = {
  id: 'protonet',
  async fit(set, context) {
    const { base, others, signal } = context;
    requireSet(set, base ? 1 : 2);
    requireReplace(base, NAME);
    throwIfAborted(signal);
    const projection = others && (await byEpisodes(others, context));
    const head = await distanceHead(projection ? projectedSet(set, projection) : set, context);
    if (!projection) return joined(head, set, base);
    return joined({ ...head, shift: projection.shift, projection: projection.matrix }, set, base);
  },
};

const ofOthers = remembered<Projection>();

function byEpisodes(others: LabelledSet, context: FitContext): Promise<Projection> {
  requireSet(others);
  const { options } = context;
  return ofOthers(others, options, () => learnProjection(others, episodes(options.seed), context));
}

async function distanceHead(set: LabelledSet, context: FitContext): Promise<Head> {
  const groups = rowsByGroup(set);
  const shots = rawShots(set, groups);
  const centres = centresOf(shots, namesOf(groups));
  // 2a·c/τ = s·cos(a, c): what s is for cosines, τ is for distances.
  const unit = 2 * meanOf(set.lengths) * meanOf(rowLengths(centres, set.dimension));
  const heldOut = await heldOutBy(
    set,
    (rows, left) => nearness(set, rows, centresOf(shots, left)).map((value) => value / unit),
    context,
  );
  const sums = supportOf(set).map((one) => one.sums);
  const expected = expectedScale(sums, context.options.effectiveDimension);
  const { scale } = scaleFrom(heldOut, expected, shotGrowth(sums));
  return {
    ...assemble('raw', set.dimension, [distanceRows(centres, set.dimension)]),
    temperature: unit / scale,
  };
}
