/** @file Where an export goes, and what it never touches. */
import { describe, expect, it } from 'vitest';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { folderName, prepareTarget, publish, type Target } from '../../../../main/exporting/target';
import { scratchFolder } from '../engine/backbone/support';
import { tinyModel } from '../engine/export/tinyExport';

const inside = (directory: string): Target => ({ kind: 'inside', directory, name: 'Garden' });

/** An export of one file that holds its own number. */
async function write(target: Target, content: string, suffix = ''): Promise<string> {
  const temporary = await prepareTarget(target);
  await mkdir(path.join(temporary, 'tfjs'));
  await writeFile(
    path.join(temporary, 'tfjs', 'metadata.json'),
    `{"format":"imprint-model","n":"${content}"}`,
  );
  return publish(temporary, target, suffix);
}

const contentOf = async (folder: string): Promise<unknown> =>
  (JSON.parse(await readFile(path.join(folder, 'tfjs', 'metadata.json'), 'utf8')) as { n: unknown }).n;

describe('an export into a folder', () => {
  it('is named by the project and numbered, and nothing of it is visible before', async () => {
    const directory = await scratchFolder();
    const temporary = await prepareTarget(inside(directory));
    expect((await readdir(directory)).every((name) => name.startsWith('.'))).toBe(true);
    await publish(temporary, inside(directory));
    for (const content of ['second', 'third']) await write(inside(directory), content);
    expect((await readdir(directory)).sort()).toEqual(['Garden model', 'Garden model 2', 'Garden model 3']);
    expect(await contentOf(path.join(directory, 'Garden model 2'))).toBe('second');
  });

  it('leaves a file, an empty folder and a broken link of that name alone', async () => {
    const directory = await scratchFolder();
    await writeFile(path.join(directory, 'Garden model'), 'mine');
    await mkdir(path.join(directory, 'Garden model 2'));
    expect(await write(inside(directory), 'third')).toBe(path.join(directory, 'Garden model 3'));
    expect(await readFile(path.join(directory, 'Garden model'), 'utf8')).toBe('mine');
    expect(await readdir(path.join(directory, 'Garden model 2'))).toEqual([]);
  });

  it('that failed its check has a name that says so', async () => {
    const directory = await scratchFolder();
    await write(inside(directory), 'one', '.failed');
    await write(inside(directory), 'two', '.failed');
    expect((await readdir(directory)).sort()).toEqual(['Garden model.failed', 'Garden model.failed 2']);
  });

  it('clears away what a killed export left an hour ago, and nothing younger or of others', async () => {
    const directory = await scratchFolder();
    const [old, young, other] = [
      '.imprint-export.writing-0123abcd',
      '.imprint-export.writing-0123abce',
      '.hidden',
    ];
    for (const name of [old, young, other]) await mkdir(path.join(directory, name));
    await utimes(path.join(directory, old), 0, 0);
    await utimes(path.join(directory, other), 0, 0);
    await write(inside(directory), 'one');
    expect((await readdir(directory)).sort()).toEqual([young, other, 'Garden model'].sort());
  });

  it('makes a folder that is missing on the way', async () => {
    const directory = path.join(await scratchFolder(), 'made', 'here');
    expect(await write(inside(directory), 'one')).toBe(path.join(directory, 'Garden model'));
  });
});

describe('an export to a folder by its name', () => {
  const exact = (folder: string, replace = false): Target => ({ kind: 'exact', folder, replace });

  it('takes a new or an empty folder', async () => {
    const empty = await scratchFolder();
    expect(await write(exact(empty), 'one')).toBe(empty);
    expect(await contentOf(empty)).toBe('one');
  });

  it('replaces an earlier export only where asked to', async () => {
    const folder = path.join(await scratchFolder(), 'model');
    await write(exact(folder), 'one');
    await expect(write(exact(folder), 'two')).rejects.toThrow('exists already and was left as it is');
    expect(await contentOf(folder)).toBe('one');
    await write(exact(folder, true), 'two');
    expect(await contentOf(folder)).toBe('two');
    expect(await readdir(path.dirname(folder))).toEqual(['model']);
  });

  it('never replaces anything else', async () => {
    const folder = await scratchFolder();
    await writeFile(path.join(folder, 'thesis.txt'), 'mine');
    await expect(write(exact(folder, true), 'one')).rejects.toThrow(
      'holds something else than an exported model',
    );
    const beside = path.dirname(await tinyModel('tfjs'));
    await writeFile(path.join(beside, 'notes.txt'), 'mine');
    await expect(write(exact(beside, true), 'one')).rejects.toThrow('holds something else');
    const file = path.join(folder, 'thesis.txt');
    await expect(write(exact(file, true), 'one')).rejects.toThrow('is not a folder that can be written to');
  });
});

describe('folderName', () => {
  it.each([
    ['Garden', 'Garden model'],
    ['a/b\\c:d?', 'a-b-c-d- model'],
    ['..', 'Imprinted model'],
    [' Vögel 鳥 ', 'Vögel 鳥 model'],
    ['🐟'.repeat(100), `${'🐟'.repeat(50)} model`],
  ])('%s → %s', (project, name) => expect(folderName(project)).toBe(name));
});
