/** @file The parts of an export whose check always agrees, whoever writes the models. For tests. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Engine } from '../../../../../main/engine/supervisor';
import type { ExportFacts, WrittenModel } from '../../../../../main/engine/export/preparedExport';
import { METADATA_FILE, type Metadata } from '../../../../../main/engine/modelFile/metadata';
import { ExportLog } from '../../../../../main/projects/exports/exportLog';
import type { ExportFormat } from '../../../../../main/contract/exportFormats';
import type { CheckLine } from '../../../../../main/exporting/checkLine';
import type { ExportParts } from '../../../../../main/exporting/request';
import { SAMPLES } from '../sampleSources';
import { success } from '../../images/decoder/fakeHost';

export interface Writer {
  facts: ExportFacts;
  write: (format: ExportFormat, folder: string) => Promise<WrittenModel>;
}

const framing = { kind: 'stretch' } as const;
const decoded = success(1);

/** Beside what is exported, as a project's folder would have it. */
export const logIn = (directory: string): ExportLog =>
  new ExportLog(path.join(directory, '.exports.jsonl'), null);

export function agreeingParts(directory: string, { facts, write }: Writer): ExportParts {
  const probabilities = new Float32Array(facts.labels.length).fill(1 / facts.labels.length);
  const answers: Record<string, (arg: { format: ExportFormat; folder: string }) => unknown> = {
    prepareExport: () => facts,
    writeExport: ({ format, folder }) => write(format, folder),
    exportReference: () => ({ classes: facts.labels, probabilities }),
    endExport: () => undefined,
  };
  const call = (name: string, arg: never): Promise<unknown> => Promise.resolve(answers[name]!(arg));
  const line: CheckLine = {
    open: async (dir) => JSON.parse(await readFile(path.join(dir, METADATA_FILE), 'utf8')) as Metadata,
    decode: () => ({ id: 1, result: Promise.resolve(decoded) }),
    run: () => Promise.resolve(probabilities),
    stop: () => undefined,
  };
  return {
    engine: { call: call as unknown as Engine['call'] },
    startCheck: () => line,
    samples: SAMPLES,
    name: 'Garden',
    version: '1',
    framing,
    boxes: false,
    lesson: (base) => ({
      revision: 1,
      classes: [],
      samples: [],
      checks: [],
      settings: { base, join: 'replace', balanced: true },
    }),
    candidates: () => [{ index: 0, stratum: 'a' }],
    hash: () => ('hash' in decoded ? decoded.hash : null),
    manifest: () => [],
    log: logIn(directory),
  };
}
