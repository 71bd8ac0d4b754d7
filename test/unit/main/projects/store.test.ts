import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import type { SaveState } from '../../../../main/contract/model';
import { DurableAdapter } from '../../../../main/projects/adapter';
import { canonical } from '../../../../main/projects/document';
import { projectPaths } from '../../../../main/projects/paths';
import type { ProjectDocument } from '../../../../main/projects/schema';
import { labelAs, open, prepare, projectFolder } from './support';

const onDisk = (folder: string): ProjectDocument =>
  JSON.parse(readFileSync(projectPaths(folder).document, 'utf8')) as ProjectDocument;

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** Makes the next writes fail, until `heal` is called. */
function breakWrites(code: string): { heal: () => void; writes: () => number } {
  const spy = vi.spyOn(DurableAdapter.prototype, 'write').mockRejectedValue(systemError(code));
  return { heal: () => spy.mockRestore(), writes: () => spy.mock.calls.length };
}

it('answers once the change is on the disk, and is still there when opened again', async () => {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  const change = await store.apply(labelAs('perch', 'a', 'b'));
  expect(onDisk(folder).labels['f/a.jpg']?.class).toBe('perch');
  expect(change).toMatchObject({ revision: 4, undo: 'Label 2 images as perch', redo: null });
  expect(change.patches.map((p) => p.path)).toEqual([
    ['labels', 'f/a.jpg'],
    ['labels', 'f/b.jpg'],
  ]);
  await store.close();
  const again = await open(folder);
  expect(canonical(again.document)).toBe(canonical(store.document));
  expect(again.titles).toEqual({ undo: 'Label 2 images as perch', redo: null });
});

it('keeps the document as it is on the disk until the write is done', async () => {
  const store = await open(await projectFolder());
  await prepare(store);
  const answer = store.apply(labelAs('perch', 'a'));
  expect(store.document.labels).toEqual({});
  expect(store.unsaved).toBe(1);
  await answer;
  expect(Object.keys(store.document.labels)).toEqual(['f/a.jpg']);
});

it('writes a burst once, and answers everyone after it', async () => {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  const write = vi.spyOn(DurableAdapter.prototype, 'write');
  const first = store.apply(labelAs('perch', 'first'));
  await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(1));
  const rest = Array.from({ length: 200 }, (_, i) => store.apply(labelAs('pike', `image ${i}`)));
  expect((await first).revision).toBe(4);
  expect(Object.keys(store.document.labels)).toEqual(['f/first.jpg']);
  const changes = await Promise.all(rest);
  expect(write).toHaveBeenCalledTimes(2);
  expect(changes.map((c) => c.revision)).toEqual(Array.from({ length: 200 }, (_, i) => 5 + i));
  expect(Object.keys(onDisk(folder).labels)).toHaveLength(201);
  write.mockRestore();
});

it('checks a command against the changes before it, saved or not', async () => {
  const store = await open(await projectFolder());
  await prepare(store);
  const doomed = store.apply({ name: 'deleteClass', id: 'perch' });
  await expect(store.apply(labelAs('perch', 'a'))).rejects.toThrow('no longer there');
  await doomed;
});

it('tells what changed before it says saved', async () => {
  const store = await open(await projectFolder());
  const heard: string[] = [];
  store.on('changed', (change) => heard.push(`revision ${change.revision}`));
  store.on('saveState', (state) => heard.push(state.kind));
  await prepare(store);
  await vi.waitFor(() => expect(heard.at(-1)).toBe('saved'));
  expect(heard).toEqual([
    'saving',
    'revision 1',
    'saved',
    'saving',
    'revision 2',
    'saved',
    'saving',
    'revision 3',
    'saved',
  ]);
});

it('neither writes nor remembers a command that changes nothing', async () => {
  const store = await open(await projectFolder());
  await prepare(store);
  await store.apply(labelAs('perch', 'a'));
  const write = vi.spyOn(DurableAdapter.prototype, 'write');
  const change = await store.apply(labelAs('perch', 'a'));
  expect(change).toEqual({ revision: 4, patches: [], undo: 'Label 1 image as perch', redo: null });
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});

it('undoes and redoes on the disk', async () => {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  await store.apply(labelAs('perch', 'a'));
  expect(await store.undo()).toMatchObject({ undo: 'Add class perch', redo: 'Label 1 image as perch' });
  expect(onDisk(folder).labels).toEqual({});
  expect(await store.redo()).toMatchObject({ undo: 'Label 1 image as perch', redo: null });
  expect(Object.keys(onDisk(folder).labels)).toEqual(['f/a.jpg']);
  expect(await store.redo()).toBeNull();
});

it('says that a save failed, keeps the change unsaid, and saves it when the disk has room again', async () => {
  const folder = await projectFolder();
  const store = await open(folder, { retryDelays: [60_000] });
  await prepare(store);
  const states: SaveState[] = [];
  const changed = vi.fn();
  store.on('saveState', (state) => states.push(state));
  store.on('changed', changed);
  const broken = breakWrites('ENOSPC');
  const answered = vi.fn();
  const [first, second] = [
    store.apply(labelAs('perch', 'a')).then(answered),
    store.apply(labelAs('pike', 'b')).then(answered),
  ];
  await vi.waitFor(() => expect(store.saveState.kind).toBe('failed'));
  expect(store.saveState).toEqual({
    kind: 'failed',
    message:
      '2 changes are not saved: the disk is full (ENOSPC). They are kept in this window, and saving is tried again. Free some space on that disk.',
  });
  expect(await store.retrySave()).toMatchObject({ kind: 'failed' });
  expect([answered.mock.calls.length, changed.mock.calls.length]).toEqual([0, 0]);
  expect([store.document.labels, onDisk(folder).labels]).toEqual([{}, {}]);
  expect(states.some((s) => s.kind === 'saved')).toBe(false);
  broken.heal();
  expect(await store.retrySave()).toEqual({ kind: 'saved' });
  await Promise.all([first, second]);
  expect(Object.keys(onDisk(folder).labels)).toEqual(['f/a.jpg', 'f/b.jpg']);
});

it('tries again by itself, waiting longer each time', async () => {
  const store = await open(await projectFolder(), { retryDelays: [5, 10, 20] });
  await prepare(store);
  const broken = breakWrites('EIO');
  const answer = store.apply(labelAs('perch', 'a'));
  await vi.waitFor(() => expect(broken.writes()).toBeGreaterThanOrEqual(4));
  expect(store.saveState).toMatchObject({ kind: 'failed' });
  broken.heal();
  expect((await answer).revision).toBe(4);
  expect(store.saveState.kind).not.toBe('failed');
});

it('can undo what is not saved yet', async () => {
  const folder = await projectFolder();
  const store = await open(folder, { retryDelays: [60_000] });
  await prepare(store);
  const before = canonical(store.document);
  const broken = breakWrites('EROFS');
  const [label, undo] = [store.apply(labelAs('perch', 'a')), store.undo()];
  await vi.waitFor(() => expect(store.saveState.kind).toBe('failed'));
  broken.heal();
  await store.retrySave();
  expect([(await label).revision, (await undo)?.revision]).toEqual([4, 5]);
  expect(canonical(onDisk(folder))).toBe(before);
});

it('is caught up when the changes of this moment are on the disk, or cannot be', async () => {
  const store = await open(await projectFolder());
  await prepare(store);
  const first = store.apply(labelAs('perch', 'a'));
  const caughtUp = store.caughtUp().then(() => Object.keys(store.document.labels));
  const second = store.apply(labelAs('perch', 'b'));
  expect(await caughtUp).toContain('f/a.jpg');
  await Promise.all([first, second]);
  const disk = breakWrites('ENOSPC');
  const third = store.apply(labelAs('perch', 'c'));
  await store.caughtUp();
  expect(store.saveState.kind).toBe('failed');
  disk.heal();
  await store.retrySave();
  await third;
  await store.caughtUp();
  expect(store.document.labels['f/c.jpg']?.class).toBe('perch');
});

it('does not close over unsaved changes, unless they are given up', async () => {
  const folder = await projectFolder();
  const store = await open(folder, { retryDelays: [60_000] });
  await prepare(store);
  const broken = breakWrites('EACCES');
  const label = store.apply(labelAs('perch', 'a'));
  const lost = expect(label).rejects.toThrow('closed without saving this change');
  await expect(store.close()).rejects.toThrow(/Fishes stays open. 1 change is not saved: its folder may not/);
  await store.close({ discard: true });
  await lost;
  broken.heal();
  expect(store.saveState.kind).toBe('failed');
  await expect(store.apply(labelAs('perch', 'b'))).rejects.toThrow('This project is closed');
  expect((await open(folder)).document.labels).toEqual({});
});

it('saves what is under way before it closes', async () => {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  const answers = ['a', 'b', 'c'].map((name) => store.apply(labelAs('pike', name)));
  await store.close();
  await Promise.all(answers);
  expect(Object.keys(onDisk(folder).labels)).toHaveLength(3);
});

it('saves on where a listener throws', async () => {
  const store = await open(await projectFolder());
  const surfaced = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined);
  store.on('changed', () => {
    throw new Error('a broken listener');
  });
  await prepare(store);
  expect(store.revision).toBe(3);
  expect(surfaced).toHaveBeenCalledTimes(3);
  surfaced.mockRestore();
});
