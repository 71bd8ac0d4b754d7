/** @file What the export check is there for: a model that does not answer as the app does is never taken for one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '../../../../main/contract/exportFormats';
import { float32ToFloat16 } from '../../../../main/engine/backbone/float16';
import type { Metadata } from '../../../../main/engine/modelFile/metadata';
import { readModelFolder } from '../../../../main/engine/modelFile/modelFolder';
import type { Engine } from '../../../../main/engine/supervisor';
import { exportModel } from '../../../../main/exporting/exportModel';
import { ExportCheckFailed } from '../../../../main/exporting/request';
import { smallBackbone } from '../engine/backbone/small';
import { scratchFolder } from '../engine/backbone/support';
import { checkLine } from './checkLine';
import { bundle } from './child/bundle';
import { Studio } from './studio';

type Corrupt = (folder: string) => Promise<void>;

let studio: Studio;
let script: string;
beforeAll(async () => {
  [studio, script] = await Promise.all([Studio.start(smallBackbone), bundle('checkChild')]);
});
afterAll(() => studio.stop());

async function edit(folder: string, change: (metadata: Metadata) => void): Promise<void> {
  const file = path.join(folder, 'metadata.json');
  const metadata = JSON.parse(await readFile(file, 'utf8')) as Metadata;
  change(metadata);
  await writeFile(file, JSON.stringify(metadata));
}

const crop: Corrupt = (folder) =>
  edit(folder, ({ preprocessing }) => void (preprocessing.framing = { kind: 'centreCrop' }));

const labelOrder: Corrupt = async (folder) => {
  await edit(folder, ({ classes }) => void classes.splice(1, 2, classes[2]!, classes[1]!));
  const file = path.join(folder, 'labels.txt');
  const [a, b, c, ...rest] = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, [a, c, b, ...rest].join('\n'));
};

/** Another scale in the weights, with a hash that hides it. */
const scale: Corrupt = async (folder) => {
  const metadata = JSON.parse(await readFile(path.join(folder, 'metadata.json'), 'utf8')) as Metadata;
  const scales = (factor: number) => metadata.classes.map(() => factor * metadata.scale!);
  for (const [i, { name }] of metadata.model.files.entries()) {
    const file = path.join(folder, name);
    const bytes = await readFile(file);
    const place = placesOf(scales(1)).find((one) => bytes.includes(one.bytes));
    if (!place) continue;
    place.as(scales(1.1)).copy(bytes, bytes.indexOf(place.bytes));
    await writeFile(file, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return edit(folder, ({ model }) => void (model.files[i]!.sha256 = sha256));
  }
  throw new Error('no file holds the scales');
};

const single = (values: number[]) => Buffer.from(Float32Array.from(values).buffer);
const half = (values: number[]) => Buffer.from(float32ToFloat16(Float32Array.from(values)).buffer);

/** As weights of either kind are written. */
const placesOf = (values: number[]) => [single, half].map((as) => ({ as, bytes: as(values) }));

const statedScale: Corrupt = (folder) => edit(folder, (metadata) => void (metadata.scale! *= 2));

/** The engine, but for what becomes of the files that it has written. */
function corrupting(corrupt: Corrupt): Pick<Engine, 'call'> {
  const call = async (name: string, arg: { folder?: string }): Promise<unknown> => {
    const answer: unknown = await studio.engine.call(name as 'memory', arg as never);
    if (name === 'writeExport') await corrupt(arg.folder!);
    return answer;
  };
  return { call: call as Engine['call'] };
}

async function exportCorrupted(format: ExportFormat, corrupt: Corrupt): Promise<[string, ExportCheckFailed]> {
  const directory = await scratchFolder();
  const engine = corrupting(corrupt);
  const parts = studio.parts(() => checkLine(script, studio.files), { shots: [4, 3, 5, 2] }, { engine });
  const target = { kind: 'inside', directory, name: 'Garden' } as const;
  const failure: unknown = await exportModel(parts, { formats: [format], base: 'none', target }).catch(
    (e: unknown) => e,
  );
  if (!(failure instanceof ExportCheckFailed)) throw new Error('the export was taken for good');
  return [directory, failure];
}

const scaleIn = (format: ExportFormat): [string, ExportFormat, Corrupt, string] => [
  'scale',
  format,
  scale,
  'probabilities are off by up to',
];

describe('the export check', () => {
  it.each<[string, ExportFormat, Corrupt, string]>([
    ['crop', 'tfjs', crop, 'probabilities are off by up to'],
    ['label order', 'savedmodel', labelOrder, 'by another class'],
    ...EXPORT_FORMATS.map(scaleIn),
    ['stated scale', 'savedmodel', statedScale, 'states another scale'],
  ])('sees a wrong %s in a %s', async (_, format, corrupt, sentence) => {
    const [directory, { message, outcome }] = await exportCorrupted(format, corrupt);
    expect(message).toContain(sentence);
    expect(message).toContain('The model must not be used');
    expect(outcome.models[0]!.check.passed).toBe(false);
    expect(await readdir(directory)).toEqual(['Garden model.failed']);
    await expect(readModelFolder(outcome.folder)).rejects.toThrow('failed its export check');
  });
});
