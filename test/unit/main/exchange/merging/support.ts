/** @file Two people's projects over the same images, for the tests of taking over. */
import type { ItemRow } from '../../../../../main/contract/model';
import type { Mine, Theirs } from '../../../../../main/exchange/merging/parts';
import { planMerge, type PlannedMerge } from '../../../../../main/exchange/merging/plan';
import type { Command } from '../../../../../main/projects/commands';
import { canonical, newDocument } from '../../../../../main/projects/document';
import { applyPatches } from '../../../../../main/projects/patches';
import { reduce } from '../../../../../main/projects/reduce';
import type { ImageFolder, ProjectDocument } from '../../../../../main/projects/schema';

export const folderOf = (id: string, path: string): ImageFolder => ({
  ...{ id, path, subfolders: 'plain', purpose: 'label' },
});

/** One person's project, and what they do in it, a minute after each other. */
export class Person {
  readonly document: ProjectDocument;
  /** Item → content. */
  readonly contents = new Map<string, string>();
  #minutes = 0;

  constructor(
    readonly by: string,
    folders: ImageFolder[],
    from?: ProjectDocument,
  ) {
    const now = '2026-11-24T08:00:00.000Z';
    this.document = from
      ? (JSON.parse(JSON.stringify(from)) as ProjectDocument)
      : newDocument({ name: `${by}’s fishes`, folders, now });
  }

  do(...commands: Command[]): this {
    for (const command of commands) {
      const now = new Date(Date.UTC(2026, 10, 24, 9, ++this.#minutes)).toISOString();
      applyPatches(this.document, reduce(this.document, command, { by: this.by, now }).patches);
    }
    return this;
  }

  class(id: string, name = id, more: { colour?: number; key?: string | null } = {}): this {
    const info = { id, name, colour: 0, key: null, kind: 'class', ...more } as const;
    return this.do({ name: 'addClass', class: info });
  }

  label(id: string, ...items: string[]): this {
    return this.do({ name: 'label', class: id, items, how: 'hand' });
  }

  get canonical(): string {
    return canonical(this.document);
  }
}

/** @param paths images, '<folder id>/<path>' */
export function mine({ document, contents }: Person, ...paths: string[]): Mine {
  const images = paths.map((id, index) => rowOf(id, index, index));
  const boxes = Object.entries(document.boxes).map(([id, placed], i) => ({
    ...rowOf(`box:${id}`, paths.length + i, paths.indexOf(placed.image)),
    box: placed.box,
    path: images[paths.indexOf(placed.image)]!.path,
  }));
  return { document, rows: [...images, ...boxes], contentOf: (row) => contents.get(paths[row]!) ?? null };
}

function rowOf(id: string, index: number, image: number): ItemRow {
  const at = id.indexOf('/');
  const facts = { id, index, image, folder: id.slice(0, at), path: id.slice(at + 1), box: null };
  return { state: 'ready', token: '', ...facts } as unknown as ItemRow;
}

export const theirs = ({ contents, document }: Person): Theirs => ({
  ...{ name: document.name, document, notes: [] },
  contentOf: (key) => contents.get(key) ?? null,
});

export function planOf(me: Mine, them: Person): PlannedMerge {
  const work = planMerge(me, theirs(them));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Carries the plan out, and back and forth once, which must change nothing. @returns the title */
export function take(person: Person, plan: PlannedMerge, ...chosen: number[]): string | null {
  const command = plan.command(new Set(chosen));
  if (!command) return null;
  const before = person.canonical;
  const change = reduce(person.document, command, { by: person.by, now: '2026-11-25T08:00:00.000Z' });
  applyPatches(person.document, change.patches);
  const after = person.canonical;
  applyPatches(person.document, change.inverse);
  if (person.canonical !== before) throw new Error('Undo leads somewhere else.');
  applyPatches(person.document, change.patches);
  if (person.canonical !== after) throw new Error('Redo leads somewhere else.');
  return change.title;
}
