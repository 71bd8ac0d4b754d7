/** @file What the document and the folders say of labelled images, as a head is held against it. Runs in main. */
import type { ProjectDocument } from '../../contract/model';
import type { Lesson } from '../../engine/guessing/lesson';
import type { Library } from '../../images/library';
import type { LearntFrom } from './record';
import type { Now, NowSample } from './standing';

export interface NowParts {
  readonly document: Pick<ProjectDocument, 'labels' | 'settings'>;
  readonly library: Pick<Library, 'items' | 'progress'>;
}

/** @param lesson of the document: what teaches, excluded and check items apart */
export function nowOf(lesson: Lesson, { document, library }: NowParts): Now {
  const { items } = library;
  let unread = 0;
  const samples = lesson.samples.flatMap(({ index, class: own, group }): NowSample[] => {
    const { state } = items.row(index);
    const content = items.hash(index);
    if (state === 'waiting') unread += 1;
    // Of what is gone or could not be read nothing teaches now.
    const teaches = state === 'ready' && content !== null;
    return teaches ? [{ content, class: lesson.classes[own]!.id, group }] : [];
  });
  // Before the first look into the folders is over, items may still come.
  if (library.progress.state === 'searching') unread += 1;
  const { framing, backbone } = document.settings;
  const given = [...new Set((lesson.given ?? []).map((one) => lesson.classes[one.class]!.id))];
  return { samples, given, unread, framing: JSON.stringify(framing), backbone };
}

/**
 * What a run learns from.
 * @param rows those that it took
 * @param classes ids of its classes
 */
export function learntFrom(
  { rows, classes }: { rows: readonly number[]; classes: readonly string[] },
  lesson: Lesson,
  { document, library }: NowParts,
): LearntFrom {
  const samples = new Map(lesson.samples.map((sample) => [sample.index, sample]));
  const groups = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = groups.get(name) ?? groups.size;
    groups.set(name, known);
    return known;
  };
  const { framing, backbone } = document.settings;
  return {
    backbone,
    framing: JSON.stringify(framing),
    classes: [...classes],
    samples: rows.flatMap((row) => {
      const sample = samples.get(row);
      const content = library.items.hash(row);
      if (!sample || content === null) return [];
      return [[content, classes.indexOf(lesson.classes[sample.class]!.id), numberOf(sample.group)]];
    }),
  };
}
