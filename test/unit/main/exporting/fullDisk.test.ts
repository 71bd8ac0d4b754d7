/** @file Exports to a disk that gets full, in every format and beside it: a sentence, and nothing left. */
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '../../../../main/contract/exportFormats';
import { scratchFolder } from '../engine/backbone/support';
import { exportAll, filesIn, NAME, writeTiny } from './everyFormat';
import { smallDisk } from './smallDisk';

const FULL =
  'The model was not exported: the disk is full (ENOSPC). Free some space on that disk. ' +
  'Nothing was left behind, and your labels are safe.';

const BLOCK = 4096;
/** Bytes that a disk gives to files. */
const roomOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + Math.ceil(statSync(file).size / BLOCK) * BLOCK, 0);

/** What is written once the check is made. */
const isPaper = (file: string): boolean =>
  ['check.json', 'model-card.md', 'LICENCES.txt'].includes(path.basename(file));

interface Rooms {
  /** By format, without its paper. */
  formats: number[];
  paper: number;
}

async function measured(): Promise<Rooms> {
  const folder = await scratchFolder();
  await exportAll(folder);
  const filesOf = (format: ExportFormat): string[] => {
    const own = path.join(folder, NAME, format);
    return filesIn(own).map((file) => path.join(own, file));
  };
  return {
    formats: EXPORT_FORMATS.map((format) => roomOf(filesOf(format).filter((file) => !isPaper(file)))),
    paper: roomOf(EXPORT_FORMATS.flatMap(filesOf).filter(isPaper)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
let rooms: Promise<Rooms> | undefined;

/**
 * @param room that a disk has beside the manifest, of what each part takes
 * @returns which formats were begun on it; null where no small disk can be made
 */
async function refusedWith(room: (rooms: Rooms) => number): Promise<ExportFormat[] | null> {
  const bytes = room(await (rooms ??= measured()));
  const disk = await smallDisk(String(BLOCK + Math.floor(bytes / BLOCK) * BLOCK));
  if (disk === null) return null;
  const began: ExportFormat[] = [];
  const write: typeof writeTiny = (format, folder) => (began.push(format), writeTiny(format, folder));
  await expect(exportAll(disk, write)).rejects.toThrow(FULL);
  expect(await readdir(disk)).toEqual([]);
  return began;
}

it.for(EXPORT_FORMATS)(
  '%s half-written on a full disk: says so and leaves nothing',
  async (format, { skip }) => {
    const i = EXPORT_FORMATS.indexOf(format);
    const began = await refusedWith(({ formats }) => sum(formats.slice(0, i)) + formats[i]! / 2);
    if (began === null) return skip('no small disk can be made here');
    expect(began).toEqual(EXPORT_FORMATS.slice(0, i + 1));
  },
);

it('room for the models, and not for what is said of them: says so and leaves nothing', async ({ skip }) => {
  const began = await refusedWith(({ formats, paper }) => sum(formats) + paper / 2);
  if (began === null) return skip('no small disk can be made here');
  expect(began).toEqual([...EXPORT_FORMATS]);
});
