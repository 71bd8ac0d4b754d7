/**
 * @file What is written beside a model once it was checked: what the check found, the model card and the licences. Runs in main; knows
 * no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ExportFormat } from '../contract/exportFormats';
import type { ExportFacts } from '../engine/export/preparedExport';
import { CHECK_FILE } from '../engine/modelFile/metadata';
import { syncFolder, writeNew } from '../projects/files';
import { CARD_FILE, modelCard } from './card';
import type { Checked } from './check';
import { checkText } from './checkFile';
import { LICENCES_FILE, licencesText, type CopiedWork } from './licences';

/** @returns the size of all of it, bytes. @throws the system's error */
export async function writePaper(
  folder: string,
  format: ExportFormat,
  checked: Checked,
  { figures, backbone, onePicture }: ExportFacts,
): Promise<number> {
  const { check, metadata } = checked;
  const texts = {
    [CHECK_FILE]: checkText(format, checked),
    [CARD_FILE]: modelCard({ metadata, figures, check, onePicture }),
    [LICENCES_FILE]: licencesText(backbone, await copiedWork(folder)),
  };
  let bytes = 0;
  for (const [name, text] of Object.entries(texts)) {
    const content = Buffer.from(text);
    await writeNew(path.join(folder, name), content);
    bytes += content.length;
  }
  await syncFolder(folder);
  return bytes;
}

/** What others wrote comes with a file that says on what terms. */
async function copiedWork(folder: string): Promise<CopiedWork[]> {
  const names = (await fs.readdir(folder)).filter((name) => /licen[cs]e/i.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      licenceText: await fs.readFile(path.join(folder, name), 'utf8'),
    })),
  );
}
