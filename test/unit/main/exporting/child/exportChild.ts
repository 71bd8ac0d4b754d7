/**
 * @file An export of small files in a process of its own, which a test may kill: the product's steps and writing, with
 * a check that always agrees. Argument: the folder to export into.
 */
import path from 'node:path';
import type { ExportFormat } from '../../../../../main/contract/exportFormats';
import { writeFolder } from '../../../../../main/engine/export/files';
import type { Engine } from '../../../../../main/engine/supervisor';
import { ExportLog } from '../../../../../main/projects/exports/exportLog';
import { exportModel } from '../../../../../main/exporting/exportModel';
import type { CheckLine } from '../../../../../main/exporting/checkLine';
import type { ExportParts } from '../../../../../main/exporting/request';
import { figuresOf, metadataOf, sha } from '../cardFacts';
import { SAMPLES } from '../sampleSources';
import { success } from '../../images/decoder/fakeHost';

const labels = ['Perch', 'Roach'];
const framing = { kind: 'stretch' } as const;
const probabilities = Float32Array.of(0.5, 0.5);
const files = {
  'metadata.json': Buffer.from('{"format":"imprint-model"}'),
  'weights.bin': Buffer.alloc(3_000_000, 1),
};

const backbone = { name: 'Lite', licence: 'Apache-2.0', licenceText: 'As is.' };

const answers: Record<string, (arg: { folder: string }) => unknown> = {
  prepareExport: () => ({ labels, scale: 9, figures: figuresOf(), backbone, onePicture: [] }),
  writeExport: ({ folder }) =>
    writeFolder(folder, files).then(() => ({ id: sha('2'), bytes: 3_000_026, framings: [framing] })),
  exportReference: () => ({ classes: labels, probabilities }),
  endExport: () => undefined,
};
const call = (name: string, arg: { folder: string }) => Promise.resolve(answers[name]!(arg));

const decoded = success(1);
const line: CheckLine = {
  open: (dir) => Promise.resolve(metadataOf(path.basename(dir) as ExportFormat)),
  decode: () => ({ id: 1, result: Promise.resolve(decoded) }),
  run: () => Promise.resolve(probabilities),
  stop: () => undefined,
};

const parts: ExportParts = {
  engine: { call: call as unknown as Engine['call'] },
  startCheck: () => Promise.resolve(line),
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
  log: new ExportLog(path.join(process.argv[2] ?? '', '.exports.jsonl'), null),
};
const target = { kind: 'inside', directory: process.argv[2] ?? '', name: 'Garden' } as const;

void exportModel(parts, { formats: ['tfjs', 'savedmodel'], base: 'none', target }).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
