/** @file What the engine is taught: the person's labels as rows and class positions. Pure; runs in main. */
import { groupOf } from '../contract/items';
import type { ProjectDocument } from '../contract/model';
import type { Lesson } from '../engine/guessing/lesson';
import { takesPart } from './rows';

/**
 * @param indexOf row of an item, or null where its folder does not list it any more
 * @param isLearnt whether the backbone in use learnt from an item: it teaches, and is left out of scoring as what was accepted in bulk is
 * @returns what is labelled, learning and check items apart; without excluded ones and folders that are only classified
 */
export function lessonOf(
  document: ProjectDocument,
  revision: number,
  indexOf: (item: string) => number | null,
  isLearnt: (item: string) => boolean = () => false,
): Lesson {
  const positions = new Map(document.classes.map((c, position) => [c.id, position]));
  const counts = takesPart(document);
  const [samples, checks]: [Lesson['samples'], Lesson['checks']] = [[], []];
  for (const [item, label] of Object.entries(document.labels)) {
    const index = indexOf(item);
    const position = positions.get(label.class);
    if (index === null || position === undefined || !counts(item)) continue;
    const sample = { index, class: position, group: groupOf(document, item) };
    if (document.roles[item] === 'check') checks.push(sample);
    else samples.push({ ...sample, bulk: label.how === 'bulk' || isLearnt(item) });
  }
  const { base, join, balanced, offset, suppressed } = document.settings;
  const classes = document.classes.map(({ id, name, kind, severalLooks }) => ({
    ...{ id, name, kind },
    ...(severalLooks && { severalLooks }),
  }));
  const given = document.classes.flatMap((one, position) =>
    (one.given ?? []).map(({ of, images, shots }) => ({ class: position, of, images, shots })),
  );
  return {
    ...{ revision, classes, samples, checks, settings: { base, join, balanced, offset, suppressed } },
    ...(given.length > 0 && { given }),
  };
}
