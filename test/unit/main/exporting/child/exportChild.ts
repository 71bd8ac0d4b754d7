/**
 * @file An export of small files in every format, in a process of its own that a test may kill: the product's steps and
 * writing, with a check that always agrees. Argument: the folder to export into.
 */
import { EXPORT_FORMATS } from '../../../../../main/contract/exportFormats';
import { writeFolder } from '../../../../../main/engine/export/files';
import { exportModel } from '../../../../../main/exporting/exportModel';
import type { ExportRequest } from '../../../../../main/exporting/request';
import { figuresOf, metadataOf, sha } from '../cardFacts';
import { agreeingParts, type Writer } from './agreeing';

const writer: Writer = {
  facts: {
    ...{ labels: ['Perch', 'Roach'], scale: 9, figures: figuresOf(), onePicture: [] },
    backbone: { name: 'Lite', licence: 'Apache-2.0', licenceText: 'As is.' },
  },
  write: async (format, folder) => {
    const files = {
      'metadata.json': Buffer.from(JSON.stringify(metadataOf(format))),
      'weights.bin': Buffer.alloc(30_000, 1),
    };
    await writeFolder(folder, files);
    return { id: sha('2'), bytes: 30_000, decodings: [{ framing: { kind: 'stretch' }, size: 224 }] };
  },
};
const directory = process.argv[2] ?? '';
const target = { kind: 'inside', directory, name: 'Garden' } as const;

const request: ExportRequest = { formats: [...EXPORT_FORMATS], base: 'none', target };

void exportModel(agreeingParts(directory, writer), request).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
