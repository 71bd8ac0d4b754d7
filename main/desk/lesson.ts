/** @file What the engine is taught: the person's labels as rows and class positions. Pure; runs in main. */
import { isExcluded } from '../contract/items';
import type { ProjectDocument } from '../contract/model';
import type { Lesson } from '../engine/guessing/lesson';
import { folderOf, imageOf } from '../projects/document';

/**
 * @param indexOf row of an item, or null where its folder does not list it any more
 * @returns learning items only: neither excluded ones nor check items teach, nor folders that are only classified
 */
export function lessonOf(
  document: ProjectDocument,
  revision: number,
  indexOf: (item: string) => number | null,
): Lesson {
  const positions = new Map(document.classes.map((c, position) => [c.id, position]));
  const isKeptOut = keptOut(document);
  const samples: Lesson['samples'] = [];
  for (const [item, label] of Object.entries(document.labels)) {
    const index = indexOf(item);
    const position = positions.get(label.class);
    if (index === null || position === undefined || isKeptOut(item)) continue;
    samples.push({
      index,
      class: position,
      group: groupOf(document, item),
      bulk: label.how === 'bulk',
    });
  }
  const { base, join, balanced } = document.settings;
  const classes = document.classes.map(({ id, name }) => ({ id, name }));
  return { revision, classes, samples, settings: { base, join, balanced } };
}

function keptOut(document: ProjectDocument): (item: string) => boolean {
  const results = new Set(document.folders.filter((f) => f.purpose === 'classify').map((f) => f.id));
  return (item) => {
    const image = imageOf(document, item);
    if (image === null || results.has(folderOf(image))) return true;
    return isExcluded(document, item) || document.roles[item] === 'check';
  };
}

/** Boxes of one image are not independent: where nothing else is said, their image is their group, or its group is. */
function groupOf(document: ProjectDocument, item: string): string {
  const image = imageOf(document, item) ?? item;
  return document.groups[item] ?? document.groups[image] ?? image;
}
