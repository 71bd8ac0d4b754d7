/**
 * @file Tells an earlier export from anything else a folder may hold: nothing else is ever replaced. Runs in main;
 * knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EXPORT_FORMATS } from '../contract/exportFormats';
import { MANIFEST_FILE, METADATA_FILE, METADATA_FORMAT } from '../engine/modelFile/metadata';

const FORMATS: ReadonlySet<string> = new Set(EXPORT_FORMATS);
const ours = z.object({ format: z.literal(METADATA_FORMAT) });

/** Whether the folder holds models of ours and nothing beside them. */
export async function isExport(folder: string): Promise<boolean> {
  const names = (await fs.readdir(folder)).filter((name) => name !== MANIFEST_FILE);
  if (names.length === 0 || names.some((name) => !FORMATS.has(name))) return false;
  const found = await Promise.all(names.map((name) => isModel(path.join(folder, name))));
  return found.every(Boolean);
}

async function isModel(folder: string): Promise<boolean> {
  try {
    const text = await fs.readFile(path.join(folder, METADATA_FILE), 'utf8');
    return ours.safeParse(JSON.parse(text)).success;
  } catch {
    return false; // No metadata, or none that can be read: not ours.
  }
}
