/**
 * @file What the schema cannot say: that a document's parts fit each other. Asked once, when a project is loaded;
 * from then on the commands keep it so. Pure. Runs in main.
 */
import { folderOf, imageOf, ITEM_SECTIONS } from './document';
import type { ProjectDocument } from './schema';
import { told } from '../../strings/words';

/** The first thing that does not fit, as a sentence; null where all is well. */
export function findMisfit(document: Readonly<ProjectDocument>): string | null {
  return (
    classMisfit(document) ??
    folderMisfit(document) ??
    boxMisfit(document) ??
    itemMisfit(document) ??
    labelMisfit(document)
  );
}

function classMisfit({ classes }: Readonly<ProjectDocument>): string | null {
  const twice =
    firstTwice(classes.map((c) => c.id)) ??
    firstTwice(classes.map((c) => c.name)) ??
    firstTwice(classes.flatMap((c) => (c.key === null ? [] : [c.key])));
  return twice === null ? null : told().projects.classesShare(twice);
}

function folderMisfit({ folders }: Readonly<ProjectDocument>): string | null {
  const twice = firstTwice(folders.map((f) => f.id));
  return twice === null ? null : told().projects.foldersShare(twice);
}

function boxMisfit({ boxes, folders }: Readonly<ProjectDocument>): string | null {
  const known = new Set(folders.map((f) => f.id));
  const lost = Object.entries(boxes).find(([, box]) => !known.has(folderOf(box.image)));
  return lost ? told().projects.boxInNoFolder(lost[0], lost[1].image) : null;
}

function itemMisfit(document: Readonly<ProjectDocument>): string | null {
  const known = new Set(document.folders.map((f) => f.id));
  for (const section of ITEM_SECTIONS) {
    for (const item of Object.keys(document[section])) {
      const image = imageOf(document, item);
      if (image === null) return told().projects.aboutNoBox(section, item);
      if (!known.has(folderOf(image))) return told().projects.aboutNoFolder(section, item);
    }
  }
  return null;
}

function labelMisfit({ labels, classes }: Readonly<ProjectDocument>): string | null {
  const known = new Set(classes.map((c) => c.id));
  const lost = Object.entries(labels).find(([, label]) => !known.has(label.class));
  return lost ? told().projects.labelOfNoClass(lost[0], lost[1].class) : null;
}

function firstTwice(values: string[]): string | null {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size) ?? null;
}
