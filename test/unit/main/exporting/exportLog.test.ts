/** @file What a project remembers of its exports: lines that are added, whatever ended the one before. */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportNote } from '../../../../main/contract/exported';
import { ExportLog } from '../../../../main/projects/exports/exportLog';
import { noteFor } from '../../../../main/exporting/exportNote';
import { purgedLog } from '../../../../main/projects/exports/purgedLog';
import { earlierExports } from '../../../../main/exporting/remembered';
import { scratchFolder } from '../engine/backbone/support';
import { figure, figuresOf, metadataOf, sha } from './cardFacts';
import { smallDisk } from './smallDisk';

const note = (createdAt: string, folder = '/models/Garden model'): ExportNote =>
  noteFor({
    outcome: {
      folder,
      models: [
        {
          ...{
            format: 'tfjs',
            path: `${folder}/tfjs`,
            id: sha('2'),
            bytes: 9,
            command: 'node sample.mjs',
            seconds: { write: 1, check: 1 },
          },
          check: {
            ...{ images: 30, maxAbsDiff: 1e-6, top1Agreement: 1, limit: 1e-4, reader: 'TensorFlow' },
            ...{ ownCrop: null, passed: true, message: 'It agrees.' },
          },
        },
      ],
    },
    figures: figuresOf({ accuracy: figure(0.75) }),
    manifest: { sha256: sha('3'), items: 24 },
    metadata: metadataOf('tfjs', { createdAt }),
  });

const [FIRST, SECOND] = ['2026-01-02T03:04:05.000Z', '2026-02-02T03:04:05.000Z'];
const fileIn = async (): Promise<string> => path.join(await scratchFolder(), 'exports.jsonl');

describe('the log of exports', () => {
  it('says what was exported when, with which figures', async () => {
    const log = new ExportLog(await fileIn(), null);
    expect(await log.notes()).toEqual([]);
    for (const at of [FIRST, SECOND]) await log.append(note(at));
    const notes = await log.notes();
    expect(notes.map(({ at }) => at)).toEqual([FIRST, SECOND]);
    expect(notes[0]).toMatchObject({
      ...{ version: '1.2.3', folder: '/models/Garden model', base: 'none' },
      formats: [{ format: 'tfjs', id: sha('2'), check: { images: 30, passed: true } }],
      estimate: { value: 0.86, n: 24 },
      accuracy: { value: 0.75 },
      classes: [{ label: 'Perch', images: 12, groups: 11 }, { label: 'Roach' }],
      threshold: { cosine: 0.5, logit: 4.5 },
      settings: { backbone: 'lite', method: 'balanced', framing: { kind: 'stretch' } },
    });
  });

  it('never changes what stands in it', async () => {
    const file = await fileIn();
    const log = new ExportLog(file, null);
    await log.append(note(FIRST));
    const before = await readFile(file);
    await log.append(note(SECOND));
    expect((await readFile(file)).subarray(0, before.length)).toEqual(before);
  });

  it('passes over a line that a crash tore, and goes on below it', async () => {
    const file = await fileIn();
    const log = new ExportLog(file, null);
    await log.append(note(FIRST));
    await appendFile(file, JSON.stringify(note(SECOND)).slice(0, 300));
    expect((await log.notes()).map(({ at }) => at)).toEqual([FIRST]);
    await log.append(note(SECOND));
    expect((await log.notes()).map(({ at }) => at)).toEqual([FIRST, SECOND]);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(4);
  });

  it('forgets names of classes that are no more, and lines that nobody can read, only when it is purged', async () => {
    const file = await fileIn();
    const log = new ExportLog(file, null);
    await log.append(note(FIRST));
    await appendFile(file, '{"classes":[{"label":"Roa');
    await log.append(note(SECOND));
    const [before, known] = [await log.text(), new Set(['Perch', 'Roach'])];
    expect(purgedLog(before, known)).toEqual({ lines: 1, text: before.replace(/^.*"Roa\n/m, '') });
    const { text, lines } = purgedLog(before, new Set(['Perch']));
    expect(lines).toBe(3);
    await log.replace(text);
    expect(await log.text()).not.toContain('Roa');
    const labels = (await log.notes()).map(({ classes }) => classes.map(({ label }) => label));
    expect(labels).toEqual([
      ['Perch', null],
      ['Perch', null],
    ]);
    expect(purgedLog(await log.text(), new Set(['Perch'])).lines).toBe(0);
  });

  it('is as it was where the disk is full', async ({ skip }) => {
    const disk = await smallDisk('64k');
    if (disk === null) return skip('no small disk can be made here');
    const file = path.join(disk, 'exports.jsonl');
    const log = new ExportLog(file, null);
    await log.append(note(FIRST));
    const before = await readFile(file);
    await expect(log.append(note(SECOND, 'x'.repeat(100_000)))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readFile(file)).toEqual(before);
    await log.append(note(SECOND));
    expect((await log.notes()).map(({ at }) => at)).toEqual([FIRST, SECOND]);
  });

  it('is not written for a project that may only be read', async () => {
    const file = await fileIn();
    await expect(new ExportLog(file, 'It is open elsewhere.').append(note(FIRST))).rejects.toThrow(
      'open elsewhere',
    );
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('says which folders are still there, the newest first', async () => {
    const there = path.join(await scratchFolder(), 'Garden model');
    await mkdir(there);
    const log = new ExportLog(await fileIn(), null);
    await log.append(note(FIRST, there));
    await log.append(note(SECOND, `${there} 2`));
    const found = (await earlierExports(log)).map(({ at, there: still }) => [at, still]);
    expect(found).toEqual([
      [SECOND, false],
      [FIRST, true],
    ]);
  });
});
