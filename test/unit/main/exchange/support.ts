/** @file What the tests of the exchange room share: a project of some images, and rows of a source. */
import type { ItemRow, ProjectDocument } from '../../../../main/contract/model';
import type { OpenLabels } from '../../../../main/exchange/parts';
import { plannedProject } from '../../../../main/exchange/plan/ofProject';
import { planImport, type Planned } from '../../../../main/exchange/plan/plan';
import type { ReadLabels } from '../../../../main/exchange/read/record';
import { applyPatches } from '../../../../main/projects/patches';
import { reduce } from '../../../../main/projects/reduce';
import { newDocument } from '../../../../main/projects/document';

export const NOW = '2026-11-24T08:00:00Z';

/** A project whose one folder `/photos` (id f1) holds these images. */
export function projectOf(...paths: string[]): OpenLabels {
  const folder = { id: 'f1', path: '/photos', subfolders: 'plain', purpose: 'label' } as const;
  const document = newDocument({ name: 'Fishes', folders: [folder], now: NOW });
  return openLabels(document, paths);
}

export function openLabels(document: ProjectDocument, paths: readonly string[]): OpenLabels {
  const rows = paths.map((path, index) => rowOf(path, index));
  return {
    name: document.name,
    document,
    rows,
    absolute: (index) => `/photos/${paths[index]}`,
    apply: (command) => {
      const { patches } = reduce(document, command, { by: 'me', now: NOW });
      applyPatches(document, patches);
      return Promise.resolve({ revision: 1, patches, undo: null, redo: null });
    },
    guesses: null,
    noneRule: () => Promise.resolve(null),
    embeddings: () => Promise.reject(new Error('There is no engine.')),
  };
}

/** What of a row this room looks at; every other fact is as for a file that was read. */
function rowOf(path: string, index: number): ItemRow {
  const facts = {
    index,
    id: `f1/${path}`,
    path,
    folder: 'f1',
    width: 400,
    height: 200,
    state: 'ready',
    image: index,
    box: null,
    capturedAt: null,
  };
  return { token: `t${index}`, size: 1, failure: null, thumbnail: 0, ...facts } as ItemRow;
}

export const plan = (read: ReadLabels, project: OpenLabels, near: string | null = null): Planned =>
  planImport({ read, name: 'labels.csv', near }, plannedProject(project));

/** Plans and carries out. */
export async function take(
  read: ReadLabels,
  project: OpenLabels,
  existing: 'keep' | 'replace' = 'keep',
): Promise<Planned> {
  const planned = plan(read, project);
  const command = planned.command({ existing });
  if (command) await project.apply(command);
  return planned;
}

/** Item → name of its class. */
export function labelsOf({ document }: OpenLabels): Record<string, string> {
  const names = new Map(document.classes.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    Object.entries(document.labels).map(([item, label]) => [item, names.get(label.class) ?? '?']),
  );
}
