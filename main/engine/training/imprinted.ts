/**
 * @file Plain and balanced imprinting of a labelled set: the same arithmetic as guesses come from, to the byte. Runs in the
 * engine and in tests. Source: METHODS 1 and 2.
 */
import type { Head } from '../imprinting/head';
import { statisticsOf } from '../imprinting/folds';
import { imprint } from '../imprinting/imprint';
import { appendJoin, centredUnit } from '../imprinting/joins/append';
import { cosineHead } from '../imprinting/joins/assemble';
import { replaceJoin } from '../imprinting/joins/replace';
import { prototypesOf } from './joined';
import type { BaseSide, FitContext, LabelledSet } from './method';
import { throwIfAborted } from './optimise/abort';
import { requireSet } from './requireSet';
import { noJoin } from './sentences';
import { partedSupportOf, rawOf, scaleOf } from './support';

/**
 * Own classes by s·u·p_c, the best of its p where a class has several; beside base classes as the joins say.
 * @throws {PersonError} for balanced imprinting with the join `append`, which is plain by its formula
 */
export async function imprinted(set: LabelledSet, balanced: boolean, context: FitContext): Promise<Head> {
  const { base } = context;
  requireSet(set, base ? 1 : 2);
  throwIfAborted(context.signal);
  if (base?.join === 'append') return appended(set, balanced, base);
  const support = partedSupportOf(set);
  const how = { balanced, base: base !== null };
  const scale = await scaleOf(support, how, context);
  const rows = imprint(support.map(statisticsOf), how);
  return base
    ? replaceJoin(prototypesOf(base.classifier), rows, scale, base.offset)
    : cosineHead(rows, scale);
}

function appended(set: LabelledSet, balanced: boolean, { classifier, offset }: BaseSide): Head {
  if (balanced) throw noJoin('Balanced imprinting', 'append');
  const support = partedSupportOf(set, (row) => centredUnit(rawOf(set, row), classifier.mean));
  return appendJoin(classifier, imprint(support.map(statisticsOf), { balanced, base: true }), offset);
}
