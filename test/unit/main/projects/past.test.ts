/** @file What a project forgets when it is purged: history, backups, versions that were put aside; and killed at every step. */
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { canonical } from '../../../../main/projects/document';
import { projectPaths } from '../../../../main/projects/paths';
import type { ProjectStore } from '../../../../main/projects/store';
import { bundle } from '../../../bundle.mjs';
import { filesWith } from './bytes';
import { killInEveryState, type Run } from './child/killing';
import { noStrace, underStrace, type Traced } from './child/strace';
import { addClass, ageUnsignedLock, labelAs, open, prepare, projectFolder, temporaryFolder } from './support';

const SECRET = 'Cryptobranchus';

/** A project in which a class, its labels and an image were, and are no more; with all kinds of older states. */
async function removedFrom(folder: string): Promise<ProjectStore> {
  const store = await open(folder);
  await prepare(store);
  await store.apply(addClass('secret', { name: SECRET }));
  await store.apply(labelAs('secret', `${SECRET} in the mud`));
  await store.apply(labelAs('pike', 'kept'));
  await store.close();
  const { document } = projectPaths(folder);
  for (const name of ['broken', 'changed', 'format-1'])
    copyFileSync(document, path.join(folder, `project.${name}-2026-11-24T08-01-02-345Z.json`));
  const again = await open(folder);
  await again.apply(labelAs(null, `${SECRET} in the mud`));
  await again.apply({ name: 'deleteClass', id: 'secret' });
  return again;
}

describe('forgetPast', () => {
  it('leaves nothing of what was removed, and one backup of what is there', async () => {
    const folder = await projectFolder();
    const store = await removedFrom(folder);
    const before = await store.past();
    expect(before.history.count).toBeGreaterThanOrEqual(6);
    expect(before.states.count).toBe(6);
    expect(filesWith(folder, SECRET).length).toBeGreaterThan(4);
    expect(await store.forgetPast()).toMatchObject({ patches: [], undo: null, redo: null });
    expect(filesWith(folder, SECRET)).toEqual([]);
    const nothing = { count: 0, bytes: 0 };
    expect(await store.past()).toEqual({ history: nothing, states: nothing });
    expect(await store.undo()).toBeNull();
    const { document } = projectPaths(folder);
    expect(readFileSync(path.join(folder, 'project.backup-1.json'))).toEqual(readFileSync(document));
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['history.jsonl', 'project.backup-1.json', 'project.json']);
  });

  it('goes on with a history of its own, over a restart', async () => {
    const folder = await projectFolder();
    const onNotice = vi.fn();
    await (await removedFrom(folder)).forgetPast();
    const store = await open(folder, { onNotice });
    expect(store.readOnly).not.toBeNull();
    const first = await open(await projectFolder(), { onNotice });
    await prepare(first);
    await first.forgetPast();
    await first.apply(labelAs('pike', 'new'));
    await first.close();
    const second = await open(first.folder, { onNotice });
    expect(second.titles.undo).toBe('Label 1 image as pike');
    await second.undo();
    expect([Object.keys(second.document.labels), await second.undo()]).toEqual([[], null]);
    expect(onNotice).not.toHaveBeenCalled();
  });

  it('keeps what comes while it is under way, and its undo', async () => {
    const folder = await projectFolder();
    const store = await removedFrom(folder);
    const [, change] = await Promise.all([store.forgetPast(), store.apply(labelAs('perch', 'meanwhile'))]);
    expect(change.patches).toHaveLength(1);
    await store.apply(labelAs('perch', 'afterwards'));
    await store.close();
    const again = await open(folder);
    expect(Object.keys(again.document.labels).sort()).toEqual([
      'f/afterwards.jpg',
      'f/kept.jpg',
      'f/meanwhile.jpg',
    ]);
    expect(again.titles.undo).toBe('Label 1 image as perch');
    expect(filesWith(folder, SECRET)).toEqual([]);
  });

  it('refuses where it is only read, closed, or another program changed the file', async () => {
    const folder = await projectFolder();
    const store = await removedFrom(folder);
    const reader = await open(folder);
    await expect(reader.forgetPast()).rejects.toMatchObject({ code: 'read-only' });
    expect((await reader.past()).history.count).toBe(0);
    appendFileSync(projectPaths(folder).document, ' ');
    await expect(store.forgetPast()).rejects.toThrow('another program changed');
    expect(store.titles.undo).toBe(`Delete class ${SECRET}`);
    expect(filesWith(folder, SECRET).length).toBeGreaterThan(4);
    await store.apply(labelAs('pike', 'more'));
    await store.forgetPast();
    expect(filesWith(folder, SECRET)).toEqual([]);
    await store.close();
    await expect(store.forgetPast()).rejects.toMatchObject({ code: 'closed' });
  });
});

const built = mkdtempSync(path.join(os.tmpdir(), 'imprint-past-'));
let script = '';
beforeAll(async () => {
  script = await bundle('test/unit/main/projects/child/purge.ts', path.join(built, 'purge.cjs'));
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

describe.skipIf(noStrace !== null)(`killed (${noStrace ?? 'with strace'})`, () => {
  it('at every change and word, the project is as it was, and a second purge ends it', async () => {
    const template = await removedFrom(await projectFolder());
    const truth = canonical(template.document);
    await template.close();
    const run: Run = async (options, where) => {
      const folder = path.join(temporaryFolder(), path.basename(template.folder));
      cpSync(template.folder, folder, { recursive: true });
      const traced = await underStrace(options, script, [folder]);
      await expectPurged(folder, truth, `${where}, said ${traced.lines.join(' ')}`, traced);
      return traced;
    };
    const { states, calls } = await killInEveryState(run);
    expect(states).toBeGreaterThanOrEqual(20);
    expect(calls('fsync')).toBeGreaterThanOrEqual(4);
    expect(calls('rename')).toBeGreaterThanOrEqual(3);
    expect(calls('unlink')).toBeGreaterThanOrEqual(4);
  });

  async function expectPurged(
    folder: string,
    truth: string,
    where: string,
    { lines }: Traced,
  ): Promise<void> {
    expect([where, lines.includes('asked')]).toEqual([where, false]);
    if (lines.includes('purged')) expect([where, filesWith(folder, SECRET)]).toEqual([where, []]);
    const ask = vi.fn(() => Promise.resolve(false));
    ageUnsignedLock(folder);
    const store = await open(folder, { confirmRecovery: ask });
    expect([where, ask.mock.calls.length, store.readOnly]).toEqual([where, 0, null]);
    if (store.document.labels['f/after.jpg']) await store.apply(labelAs(null, 'after'));
    expect([where, canonical(store.document)]).toEqual([where, truth]);
    await store.forgetPast();
    expect([where, filesWith(folder, SECRET)]).toEqual([where, []]);
    await store.close();
  }
});
