/** @file The nearest labelled shot. Runs in the engine and in tests. */
import { tf } from '../../backbone/tensorflow';
import { foldScores } from '../../guessing/foldScores';
import { tensorScorer } from '../../guessing/tensorScorer';
import type { Prototypes } from '../../imprinting/imprint';
import { cosineHead } from '../../imprinting/joins/assemble';
import { scaleFrom, scaleOfCentres } from '../../imprinting/scale';
import { writeNormalised } from '../../imprinting/unit';
import { joined, requireReplace } from '../joined';
import type { FitContext, LabelledSet, Method } from '../method';
import { throwIfAborted } from '../optimise/abort';
import { requireSet } from '../requireSet';
import { supportOf, unitOf, type SetClass } from '../support';
import { heldOutBy, namesOf, rowsByGroup } from '../turns';

/**
 * Every shot is a row of its class, logit = s·max_j u·norm(shot_j): exactly the nearest neighbour by cosine. Cover, Hart,
 * 'Nearest Neighbor Pattern Classification' (IEEE Transactions on Information Theory 13, 1967).
 */
export const nearest: Method = {
  id: 'nearest',
  async fit(set, context) {
    requireSet(set, context.base ? 1 : 2);
    requireReplace(context.base, 'Nearest neighbour');
    throwIfAborted(context.signal);
    const support = supportOf(set);
    const scale = await scaleOf(set, support, context);
    return joined(cosineHead(rowsOf(support, namesOf(rowsByGroup(set))), scale), set, context.base);
  },
};

/** Shots of these names, as unit rows. */
function rowsOf(support: readonly SetClass[], names: readonly string[][]): Prototypes {
  const { dimension } = support[0]!.sums;
  const counts = names.map(({ length }) => length);
  const rows = new Float32Array(counts.reduce((sum, count) => sum + count, 0) * dimension);
  let at = 0;
  support.forEach(({ sums }, c) => {
    for (const name of names[c]!) writeNormalised(sums.shot(name), rows.subarray(at, (at += dimension)));
  });
  const several = counts.some((count) => count > 1);
  return { classes: support.length, dimension, rows, counts: several ? counts : null };
}

/** n/(n + 1) of a single shot: a row is one, in the folds as well. */
const RELIABILITY = 1 / 2;

/** s of METHODS 1b with rows of one shot. */
async function scaleOf(set: LabelledSet, support: readonly SetClass[], context: FitContext): Promise<number> {
  const score = foldScores(tensorScorer(tf));
  const heldOut = await heldOutBy(
    set,
    (rows, left) =>
      score(
        rows.map((row) => unitOf(set, row)),
        rowsOf(support, left),
      ),
    context,
  );
  const sums = support.map((one) => one.sums);
  return scaleFrom(heldOut, RELIABILITY * scaleOfCentres(sums, context.options.effectiveDimension), 1).scale;
}
