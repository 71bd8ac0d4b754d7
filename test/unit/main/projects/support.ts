/** @file What the tests of the projects room share: folders that go away, small documents, quick commands. */
import { mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Command } from '../../../../main/projects/commands';
import { createProject } from '../../../../main/projects/create';
import { newDocument } from '../../../../main/projects/document';
import { openProject } from '../../../../main/projects/open';
import type { OpenOptions } from '../../../../main/projects/open';
import type { ClassInfo, ImageFolder, ProjectDocument } from '../../../../main/projects/schema';
import { projectPaths } from '../../../../main/projects/paths';
import type { ProjectStore } from '../../../../main/projects/store';
import { afterEveryTest } from '../../cleaning';

const made: string[] = [];
const opened: ProjectStore[] = [];

afterEveryTest(async () => {
  for (const store of opened.splice(0)) await store.close({ discard: true });
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'imprint-test-'));
  made.push(folder);
  return folder;
}

/** A new project on the disk; its images would be in /photos. */
export async function projectFolder(): Promise<string> {
  const directory = temporaryFolder();
  return createProject({ name: 'Fishes', folder: null, directory });
}

export const refuseRecovery = (): Promise<boolean> => Promise.resolve(false);

/** Opens, and closes after the test. */
export async function open(folder: string, options: Partial<OpenOptions> = {}): Promise<ProjectStore> {
  const store = await openProject(folder, { by: 'annotator', confirmRecovery: refuseRecovery, ...options });
  opened.push(store);
  return store;
}

/** As if a minute had gone by: a lock without content may be one that is just being signed. */
export function ageUnsignedLock(folder: string): void {
  const { lock } = projectPaths(folder);
  const minuteAgo = Date.now() / 1000 - 60;
  if (statSync(lock, { throwIfNoEntry: false })?.size === 0) utimesSync(lock, minuteAgo, minuteAgo);
}

export const classOf = (id: string, more: Partial<ClassInfo> = {}): ClassInfo => ({
  id,
  name: id,
  colour: 0,
  key: null,
  kind: 'class',
  ...more,
});

export const folderAt = (id: string, path: string): ImageFolder => ({
  ...{ id, path, subfolders: 'plain', purpose: 'label' },
});
export const photos: Command = { name: 'addFolder', folder: folderAt('f', '/photos') };
export const addClass = (id: string, more: Partial<ClassInfo> = {}): Command => ({
  name: 'addClass',
  class: classOf(id, more),
});
type Import = Extract<Command, { name: 'import' }>;
/** An import that says nothing but what is given. */
export const importing = (some: Partial<Import>): Import => ({
  ...{ name: 'import', source: 'file', from: 'labels.csv', replace: false },
  ...{ classes: [], boxes: [], labels: [], groups: [], places: [], times: [], roles: [] },
  ...some,
});
type TakeOver = Extract<Command, { name: 'takeOver' }>;
/** What another project says, which is nothing but what is given. */
export const takingOver = (some: Partial<TakeOver>): TakeOver => ({
  ...{ name: 'takeOver', from: 'Their fishes', classes: [], boxes: [], labels: [], groups: [] },
  ...{ places: [], times: [], roles: [], excluded: [] },
  ...some,
});
export const labelAs = (id: string | null, ...items: string[]): Command => ({
  name: 'label',
  class: id,
  items: items.map((item) => (item.includes(':') ? item : `f/${item}.jpg`)),
  how: 'hand',
});

/** A document with the folder f and the classes pike and perch. */
export function smallDocument(): ProjectDocument {
  const folders = [folderAt('f', '/photos')];
  const document = newDocument({ name: 'Fishes', folders, now: '2026-11-24T08:00:00.000Z' });
  return { ...document, classes: [classOf('pike', { key: '1' }), classOf('perch', { colour: 1, key: '2' })] };
}

/** Sets a store up with the folder f and the classes pike and perch. */
export async function prepare(store: ProjectStore): Promise<void> {
  for (const command of [photos, addClass('pike'), addClass('perch')]) await store.apply(command);
}
