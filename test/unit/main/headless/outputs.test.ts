/** @file Results are written whole or not at all, and in nobody's place without leave. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reported, requireWritable, writeOutput } from '../../../../main/headless/outputs';
import { folderWith } from './support';

describe('a file to write', () => {
  it('is refused while another is there, unless it may be replaced', async () => {
    const file = path.join(folderWith('old.json'), 'old.json');
    await expect(requireWritable([null, file], false)).rejects.toThrow(/exists already and was not touched/);
    await expect(requireWritable([file], true)).resolves.toBeUndefined();
    await expect(writeOutput(file, 'new', false)).rejects.toThrow(/exists already/);
    expect(readFileSync(file, 'utf8')).toBe('old.json');
    await writeOutput(file, 'new', true);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('holds the report as JSON, where it was asked for', async () => {
    const json = path.join(folderWith('a.txt'), 'r.json');
    const { text, write } = reported('2 images', { images: 2 }, { json, force: false });
    expect([text, existsSync(json)]).toEqual(['2 images', false]);
    await write();
    expect(readFileSync(json, 'utf8')).toBe('{\n  "images": 2\n}\n');
    await expect(write()).rejects.toThrow(/exists already/);
    await expect(reported('', {}, { json: null, force: false }).write()).resolves.toBeUndefined();
  });

  it('is refused where something else came to be under its name meanwhile, and leaves nothing behind', async () => {
    const folder = folderWith('a.txt');
    const file = path.join(folder, 'r.json');
    await requireWritable([file], false);
    writeFileSync(file, 'theirs');
    await expect(writeOutput(file, 'ours', false)).rejects.toThrow(/exists already/);
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'r.json']);
  });

  it.each([
    ['missing/r.json', /r\.json cannot be written: there is no folder .*missing\.$/],
    ['a.txt/r.json', /a\.txt is no folder, so nothing can be written there\.$/],
  ])('is refused where it has no folder: %s', async (name, sentence) => {
    const folder = folderWith('a.txt');
    await expect(requireWritable([path.join(folder, name)], false)).rejects.toThrow(sentence);
  });

  it('never takes the place of a folder, a pipe or a device', async () => {
    const folder = folderWith('pipe|', 'sub/a.txt');
    for (const name of ['pipe', 'sub'])
      await expect(requireWritable([path.join(folder, name)], true)).rejects.toThrow(/no ordinary file/);
    await expect(requireWritable(['/dev/null'], true)).rejects.toThrow(/no ordinary file/);
  });
});
