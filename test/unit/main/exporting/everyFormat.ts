/** @file What the product writes of a small network in every format, and what of it lies in a folder. For tests. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { EXPORT_FORMATS } from '../../../../main/contract/exportFormats';
import { exportModel } from '../../../../main/exporting/exportModel';
import type { ExportOutcome } from '../../../../main/exporting/request';
import { prepareTiny } from '../engine/export/tinyExport';
import { agreeingParts, type Writer } from './child/agreeing';

/** As the product names the folder of an export. */
export const NAME = 'Garden model';

const tiny = await prepareTiny([6, 6, 6]);

export const writeTiny: Writer['write'] = (format, folder) => tiny.write(format, folder);

/** @param write in place of the engine's own writing */
export function exportAll(directory: string, write = writeTiny): Promise<ExportOutcome> {
  const target = { kind: 'inside', directory, name: 'Garden' } as const;
  const parts = agreeingParts(directory, { facts: tiny.facts, write });
  return exportModel(parts, { formats: [...EXPORT_FORMATS], base: 'none', target });
}

/** Paths of the files below a folder. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
