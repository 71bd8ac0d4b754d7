/** @file What can be undone and redone after the project was closed and opened again. */
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { canonical } from '../../../../main/projects/document';
import { ProjectError } from '../../../../main/projects/errors';
import { History } from '../../../../main/projects/history';
import { decodeStep, encodeStep } from '../../../../main/projects/journal/step';
import { projectPaths } from '../../../../main/projects/paths';
import type { ProjectStore } from '../../../../main/projects/store';
import { anyCommand, picker, play } from './random';
import type { Pick } from './random';
import { labelAs, open, prepare, projectFolder, smallDocument } from './support';

const fileOf = (folder: string): string => projectPaths(folder).history;

/** A closed project with the labels a, b and c, each a step. */
async function labelled(): Promise<string> {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  for (const name of ['a', 'b', 'c']) await store.apply(labelAs('pike', name));
  await store.close();
  return folder;
}

async function openHearing(folder: string): Promise<{ store: ProjectStore; heard: string[] }> {
  const heard: string[] = [];
  const store = await open(folder, { onNotice: (sentence) => heard.push(sentence) });
  return { store, heard };
}

it('writes each step so that it reads back as it was', () => {
  for (let seed = 1; seed <= 40; seed++) {
    for (const { patches, inverse } of play(smallDocument(), new History(), picker(seed), 60))
      expect(decodeStep(encodeStep({ patches, inverse }))).toEqual({ patches, inverse });
  }
});

async function act(store: ProjectStore, pick: Pick): Promise<void> {
  if (pick(5) === 0) await store.undo();
  else if (pick(5) === 0) await store.redo();
  else
    await store.apply(anyCommand(pick)).catch((error: unknown) => {
      if (!(error instanceof ProjectError)) throw error;
    });
}

it('leads back to the beginning over any number of restarts, and forth to the end', async () => {
  for (const seed of [1, 2, 3]) {
    const [folder, pick] = [await projectFolder(), picker(seed)];
    let store = await open(folder);
    const original = canonical(store.document);
    await prepare(store);
    for (let session = 0; session < 5; session++) {
      // Some at once, so that several share a save.
      for (let i = 0; i < 8; i++)
        await Promise.all(Array.from({ length: 1 + pick(4) }, () => act(store, pick)));
      const [titles, before] = [store.titles, canonical(store.document)];
      await store.close();
      store = await open(folder);
      expect([store.titles, canonical(store.document)]).toEqual([titles, before]);
    }
    while (await store.redo());
    const end = canonical(store.document);
    let steps = 0;
    for (; await store.undo(); steps++);
    expect(canonical(store.document)).toBe(original);
    await store.close();
    store = await open(folder);
    for (; steps > 0; steps--) expect(await store.redo()).not.toBeNull();
    expect(canonical(store.document)).toBe(end);
  }
}, 60_000);

it('undoes 50,000 labels that were given at once, in a file as long as their names', async () => {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  const names = Array.from({ length: 50_000 }, (_, i) => `night ${i % 20}/IMG_${i}`);
  await store.apply(labelAs('pike', ...names.slice(0, 25_000)));
  await store.apply(labelAs('perch', ...names));
  await store.close();
  const namesOnly = names.reduce((sum, name) => sum + name.length + 'f/.jpg'.length + 3, 0);
  expect(statSync(fileOf(folder)).size).toBeLessThan(2 * namesOnly);
  const again = await open(folder);
  expect(again.titles.undo).toBe('Label 50,000 images as perch');
  await again.undo();
  expect(Object.values(again.document.labels).map((label) => label.class)).toEqual(
    Array(25_000).fill('pike'),
  );
  await again.redo();
  expect(Object.keys(again.document.labels)).toHaveLength(50_000);
}, 60_000);

describe('another project.json than the history knows', () => {
  it('begins a new history, and says so once', async () => {
    const folder = await labelled();
    const file = projectPaths(folder).document;
    writeFileSync(file, readFileSync(file, 'utf8').replace('"name":"Fishes"', '"name":"Fish"'));
    const { store, heard } = await openHearing(folder);
    expect(heard).toEqual([expect.stringMatching(/Fishes before cannot be undone any more.*Labels are as/)]);
    expect([store.titles.undo, Object.keys(store.document.labels).length]).toEqual([null, 3]);
    await store.apply(labelAs('perch', 'd'));
    await store.close();
    const again = await openHearing(folder);
    expect([again.heard, again.store.titles.undo]).toEqual([[], 'Label 1 image as perch']);
    await again.store.undo();
    expect(again.store.titles.undo).toBeNull();
  });

  it('takes an older state from a synchronised folder back to where it was', async () => {
    const folder = await labelled();
    const store = await open(folder);
    const older = readFileSync(projectPaths(folder).document);
    await store.apply(labelAs('perch', 'd'));
    await store.close();
    writeFileSync(projectPaths(folder).document, older);
    const again = await openHearing(folder);
    expect([again.heard, again.store.titles]).toEqual([[], { undo: 'Label 1 image as pike', redo: null }]);
    await again.store.apply(labelAs('perch', 'e'));
    await again.store.close();
    const last = await open(folder);
    for (let i = 0; i < 4; i++) await last.undo();
    expect(last.titles).toEqual({ undo: 'Add class perch', redo: 'Label 1 image as pike' });
  });

  it('says nothing where nothing was lost', async () => {
    const folder = await projectFolder();
    const { store, heard } = await openHearing(folder);
    expect([existsSync(fileOf(folder)), store.titles.undo, heard]).toEqual([false, null, []]);
  });
});

describe('a torn or damaged file', () => {
  it('counts as far as it is whole', async () => {
    const folder = await labelled();
    const whole = readFileSync(fileOf(folder));
    appendFileSync(fileOf(folder), '{"parts":[["labels",["f/');
    const { store, heard } = await openHearing(folder);
    expect([heard, store.titles.undo]).toEqual([[], 'Label 1 image as pike']);
    await store.apply(labelAs('perch', 'd'));
    await store.close();
    expect(readFileSync(fileOf(folder)).subarray(0, whole.length).equals(whole)).toBe(true);
    truncateSync(fileOf(folder), statSync(fileOf(folder)).size - 5);
    expect((await openHearing(folder)).heard).toHaveLength(1);
  });

  const damage: [string, (text: string) => string][] = [
    ['is no JSON', (text) => text.replace('"f/c.jpg"', '"f/c.jpg')],
    ['names what is no item', (text) => text.replace('"f/c.jpg"', '"__proto__"')],
    ['names no section', (text) => text.replace('"labels",["f/c.jpg"]', '"secrets",["f/c.jpg"]')],
    [
      'brings a class that is not there',
      (text) => text.replace(/(c\.jpg"\],)-1(.*?"class":)"pike"/s, '$10$2"eel"'),
    ],
  ];
  it.each(damage)('refuses a step that %s, and goes on', async (_what, change) => {
    const folder = await labelled();
    const text = readFileSync(fileOf(folder), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(fileOf(folder), change(text));
    const store = await open(folder);
    const before = canonical(store.document);
    await expect(store.undo()).rejects.toThrow(
      /'Label 1 image as pike' cannot be undone any more.*damaged. Nothing was changed/,
    );
    expect([canonical(store.document), store.titles]).toEqual([before, { undo: null, redo: null }]);
    await store.apply(labelAs('perch', 'd'));
    await store.close();
    const again = await open(folder);
    await again.undo();
    expect([canonical(again.document), again.titles.undo]).toEqual([before, null]);
  });
});

it('keeps the newest 200 steps, and undoes no further back than it knows', async () => {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  const many = Array.from({ length: 250 }, (_, i) => store.apply(labelAs('pike', `${i}`)));
  await Promise.all(many);
  await store.close();
  const again = await open(folder);
  await again.apply(labelAs('perch', 'new'));
  expect(readFileSync(fileOf(folder), 'utf8').split('\n').length).toBeLessThan(2 * 202 + 2);
  let steps = 0;
  for (; await again.undo(); steps++);
  expect(steps).toBe(201);
  await again.close();
  const last = await open(folder);
  expect([last.titles.undo, last.titles.redo, Object.keys(last.document.labels).length]).toEqual([
    null,
    'Label 1 image as pike',
    50,
  ]);
  for (; await last.redo(); steps--);
  expect(steps).toBe(1); // 200 are kept, and the 201st was undone before it was dropped.
});

it('neither reads nor writes the history of a project that is open elsewhere', async () => {
  const folder = await labelled();
  const before = readFileSync(fileOf(folder));
  const first = await open(folder);
  const second = await open(folder);
  expect([first.titles.undo, second.titles.undo]).toEqual(['Label 1 image as pike', null]);
  await expect(second.undo()).rejects.toThrow('Nothing was changed');
  expect(readFileSync(fileOf(folder))).toEqual(before);
});

it('keeps labels where the history cannot be written, says so once, and catches up', async () => {
  const folder = await labelled();
  const { store, heard } = await openHearing(folder);
  const files = await import('node:fs');
  const realOpen = files.promises.open.bind(files.promises);
  const handle = vi.spyOn(files.promises, 'open').mockImplementation((file, ...rest) => {
    if (String(file).endsWith('.jsonl')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    return realOpen(file, ...rest);
  });
  await store.apply(labelAs('perch', 'd')).finally(() => handle.mockRestore());
  await store.apply(labelAs('perch', 'e'));
  await store.close();
  const again = await open(folder);
  await again.undo();
  await again.undo();
  expect(Object.keys(again.document.labels)).toHaveLength(3);
  expect(heard).toEqual([expect.stringMatching(/^Everything is saved.*the disk is full/)]);
});
