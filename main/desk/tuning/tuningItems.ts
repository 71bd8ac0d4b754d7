/** @file What a training learns from: the labelled items of this moment. Pure; runs in main. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../../contract/draw';
import { groupOf } from '../../contract/items';
import type { ProjectDocument } from '../../contract/model';
import type { TuningItem } from '../../engine/tuning/protocol';
import type { Items } from '../../images/items';
import { takesPart } from '../rows';

export interface LabelledItem extends TuningItem {
  readonly row: number;
  /** Id of the item and of its class. */
  readonly id: string;
  readonly of: string;
}

/**
 * Learning items with a label that are read, in the order of their ids; of a background, which has no one look, none.
 * @param most where there are more, as many are drawn of each class, as far as it has them
 */
export function tuningItems(
  document: ProjectDocument,
  items: Pick<Items, 'indexOf' | 'row' | 'hash'>,
  most: number,
  seed: number,
): LabelledItem[] {
  const classes = document.classes.filter(({ kind }) => kind === 'class').map(({ id }) => id);
  const all = labelledItems(document, items, classes);
  return all.length <= most ? all : evenly(all, classes.length, most, seed);
}

function labelledItems(
  document: ProjectDocument,
  items: Pick<Items, 'indexOf' | 'row' | 'hash'>,
  classes: readonly string[],
): LabelledItem[] {
  const counts = takesPart(document);
  const all: LabelledItem[] = [];
  for (const id of Object.keys(document.labels).sort()) {
    const label = document.labels[id]!;
    const [row, position] = [items.indexOf(id), classes.indexOf(label.class)];
    if (row === null || position < 0 || document.roles[id] === 'check' || !counts(id)) continue;
    const key = items.hash(row);
    if (key === null || items.row(row).state !== 'ready') continue;
    const group = groupOf(document, id);
    all.push({ row, id, of: label.class, key, class: position, group, bulk: label.how === 'bulk' });
  }
  return all;
}

/** In turns one of each class, in a drawn order, until there are enough. */
function evenly(all: readonly LabelledItem[], classes: number, most: number, seed: number): LabelledItem[] {
  const random = xoroshiro128plus(seed);
  const queues = Array.from({ length: classes }, (_, c) => {
    const own = all.filter((item) => item.class === c);
    return drawn(own, own.length, random);
  });
  const chosen = new Set<LabelledItem>();
  for (let turn = 0; chosen.size < most; turn++)
    for (const queue of queues) if (turn < queue.length && chosen.size < most) chosen.add(queue[turn]!);
  return all.filter((item) => chosen.has(item));
}
