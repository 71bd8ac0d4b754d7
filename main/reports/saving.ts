/** @file Writes the report of a contest to where a person chose. Runs in main. */
import path from 'node:path';
import type { Contest } from '../contract/evaluation';
import { PersonError } from '../contract/errors';
import { explain } from '../projects/errors';
import { writeDurably } from '../projects/files';
import { reportCsv } from './csv';
import type { Draw } from './drawing';
import { reportHtml } from './page';
import type { ReportAbout } from './report';
import { told, words } from '../../strings/words';

export type ReportKind = 'csv' | 'html';

/** 'Pond comparison 2026-11-20.html': what it is called unless somebody chooses otherwise. */
export const reportName = ({ name }: ReportAbout, { at }: Contest, kind: ReportKind): string =>
  `${words().report.file(name, at.slice(0, 10))}.${kind}`;

/**
 * Replaces what was there, which the person was asked about; the ending is added where it was left out.
 * @returns the file's path
 * @throws {PersonError} where it could not be written
 */
export async function saveReport(
  file: string,
  kind: ReportKind,
  contest: Contest,
  { draw, ...about }: ReportAbout & { draw: Draw },
): Promise<string> {
  const place = path.extname(file).toLowerCase() === `.${kind}` ? file : `${file}.${kind}`;
  const report = { ...about, contests: [contest] };
  const text = kind === 'csv' ? reportCsv(report.contests) : await reportHtml(report, draw);
  try {
    await writeDurably(place, Buffer.from(text));
  } catch (error) {
    const { what, advice } = explain(error);
    throw new PersonError(told().shell.reportFileNotWritten(what, advice).trim());
  }
  return place;
}
