/** @file What a project exported before, and whether it is still where it was. Runs in main; knows no Electron. */
import type { EarlierExport } from '../contract/areas/exporting';
import { exists } from '../projects/freshFolder';
import type { ExportLog } from '../projects/exports/exportLog';

/** Newest first. @throws the system's error */
export async function earlierExports(log: Pick<ExportLog, 'notes'>): Promise<EarlierExport[]> {
  const notes = (await log.notes()).reverse();
  return Promise.all(notes.map(async (note) => ({ ...note, there: await exists(note.folder) })));
}
