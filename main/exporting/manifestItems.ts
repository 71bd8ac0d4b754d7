/** @file Which items a model learns from and is checked on, with what was said of each. Pure; runs in main. */
import type { ProjectDocument } from '../contract/model';
import { learntKey } from '../desk/heads/record';
import type { Lesson } from '../engine/guessing/lesson';
import type { Items } from '../images/items';
import type { ManifestItem } from './manifest';

export interface ManifestSource {
  document: Pick<ProjectDocument, 'labels'>;
  items: Pick<Items, 'row' | 'content' | 'hash'>;
  /** Keys (`learntKey`) of what the head in use learnt from; null: all of the lesson, by imprinting. */
  learnt: ReadonlySet<string> | null;
}

/** Items that have an embedding; of one that has none nothing was learnt. */
export function manifestItems({ samples, checks, classes }: Lesson, source: ManifestSource): ManifestItem[] {
  const { learnt, items } = source;
  const taught = samples.filter(({ index, class: own }) => {
    const content = items.hash(index);
    return !learnt || (content !== null && learnt.has(learntKey(content, classes[own]!.id)));
  });
  return [
    ...taught.flatMap((sample) => itemOf(sample, 'learn', classes, source)),
    ...checks.flatMap((sample) => itemOf(sample, 'check', classes, source)),
  ];
}

function itemOf(
  { index, class: own, group }: Lesson['checks'][number],
  role: ManifestItem['role'],
  classes: Lesson['classes'],
  { document, items }: ManifestSource,
): ManifestItem[] {
  const { id, state, box } = items.row(index);
  const [sha256, label] = [items.content(index), document.labels[id]];
  if (state !== 'ready' || sha256 === null || !label) return [];
  const { how, by, at } = label;
  return [{ sha256, box, label: classes[own]!.name, given: { how, by, at }, role, group }];
}
