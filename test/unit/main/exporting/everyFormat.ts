/** @file What the product writes of a small network in every format, and what of it lies in a folder. For tests. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '../../../../main/contract/exportFormats';
import { exportModel } from '../../../../main/exporting/exportModel';
import type { ExportOutcome } from '../../../../main/exporting/request';
import { prepareTiny } from '../engine/export/tinyExport';
import { agreeingParts } from './child/agreeing';

/** As the product names the folder of an export. */
export const NAME = 'Garden model';

const tiny = await prepareTiny([6, 6, 6]);

/** @param began is told which format is begun */
export function exportAll(
  directory: string,
  began: (format: ExportFormat) => void = () => undefined,
): Promise<ExportOutcome> {
  const write = (format: ExportFormat, folder: string) => (began(format), tiny.write(format, folder));
  const target = { kind: 'inside', directory, name: 'Garden' } as const;
  const parts = agreeingParts(directory, { facts: tiny.facts, write });
  return exportModel(parts, { formats: [...EXPORT_FORMATS], base: 'none', target });
}

/** Paths of the files below a folder. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
