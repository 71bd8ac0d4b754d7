/**
 * @file The open project as an export needs it. Runs in main, with a window or without.
 */
import path from 'node:path';
import { isBox } from '../contract/items';
import type { ProjectDocument } from '../contract/model';
import type { Core } from '../core';
import type { Session } from '../desk/session';
import type { Items } from '../images/items';
import { exportLogOf } from '../projects/exports/exportLog';
import { built, resource } from '../shell/places';
import { manifestItems } from './manifestItems';
import type { ExportParts } from './request';
import type { Candidate } from './sample';
import { startCheck } from './startCheck';

/** @param version of the program */
export function exportParts(core: Core, session: Session, version: string): ExportParts {
  const { store, library } = session;
  const { items } = library;
  return {
    engine: core.engine,
    startCheck: () => startCheck(core, items),
    samples: { samples: resource('export'), library: built('export') },
    name: session.name,
    version,
    framing: store.document.settings.framing,
    boxes: Object.keys(store.document.labels).some(isBox),
    lesson: (base) => session.answers.lesson(base),
    candidates: () => candidatesOf(items, store.document),
    hash: (index) => items.hash(index),
    manifest: (lesson) =>
      manifestItems(lesson, {
        ...{ document: store.document, items },
        learnt: lesson.head ? session.heads.learnt : null,
      }),
    log: exportLogOf(store),
  };
}

/** Whole images that have an embedding (the check sees them as the export's users will), each with its class where it is labelled, else its folder. */
export function candidatesOf(items: Items, { labels, excluded }: Readonly<ProjectDocument>): Candidate[] {
  return items.rows
    .filter(({ id, state, box }) => state === 'ready' && box === null && excluded[id] !== true)
    .map(({ id, index, folder, path: place }) => {
      const label = labels[id];
      const stratum = label ? `class ${label.class}` : `folder ${folder}/${path.posix.dirname(place)}`;
      return { index, stratum };
    });
}
