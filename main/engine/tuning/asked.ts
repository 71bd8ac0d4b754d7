/** @file Held-out items, asked of imprinting in the embeddings before and after, and of the backbone's own classifier. Engine. */
import { tf } from '../backbone/tensorflow';
import type { BackboneConstants } from '../guessing/constants';
import { tensorScorer } from '../guessing/tensorScorer';
import { imprint } from '../imprinting/imprint';
import { baseRows } from '../imprinting/joins/base';
import { unitEmbedding } from '../imprinting/unit';
import type { Division, Labelled } from './division';
import type { Asked } from './figures';
import { sumsOf } from './start';

type Embeddings = readonly Float32Array[];

/**
 * Balanced imprinting of all items that are not asked, in both.
 * @param embeddings [N] raw embeddings of all items
 */
export function askedOf(
  set: Labelled,
  division: Division,
  embeddings: { before: Embeddings; after: Embeddings },
  constants: BackboneConstants,
): Asked[] {
  if (division.ask.length === 0) return [];
  const told = [embeddings.before, embeddings.after].map((all) => ownOf(set, division, all));
  const base = [embeddings.before, embeddings.after].map((all) => baseOf(division, all, constants));
  return division.ask.map((item, i) => ({
    group: `${set.labels[item]}/${set.groups[item]}`,
    before: told[0]![i] === set.labels[item],
    after: told[1]![i] === set.labels[item],
    same: base[0]![i] === base[1]![i],
  }));
}

/** Class that each asked item is told to be. */
function ownOf(set: Labelled, { teach, stop, ask }: Division, embeddings: Embeddings): Int32Array {
  const imprinted = imprint(sumsOf(set, [...teach, ...stop], embeddings), { balanced: true, base: false });
  const { rows, classes: count, dimension } = imprinted;
  return best(
    { rows, count, dimension },
    ask.map((item) => unitEmbedding(embeddings[item]!)),
  );
}

/** Best of the backbone's own classes for each asked item. */
function baseOf({ ask }: Division, embeddings: Embeddings, constants: BackboneConstants): Int32Array {
  const { classes: count, dimension, bias } = constants;
  return best(
    { rows: baseRows(constants), count, dimension, bias },
    ask.map((item) => embeddings[item]!),
  );
}

function best(rows: Parameters<ReturnType<typeof tensorScorer>['prepare']>[0], of: Embeddings): Int32Array {
  const values = new Float32Array(of.length * rows.dimension);
  of.forEach((one, i) => values.set(one, i * rows.dimension));
  const prepared = tensorScorer(tf).prepare(rows);
  try {
    return prepared.best(values, null).row;
  } finally {
    prepared.dispose();
  }
}
