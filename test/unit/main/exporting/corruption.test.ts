/** @file What the export check is there for: a model that does not answer as the app does is never taken for one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportFormat } from '../../../../main/contract/model';
import type { Metadata } from '../../../../main/engine/modelFile/metadata';
import { readModelFolder } from '../../../../main/engine/modelFile/modelFolder';
import type { Engine } from '../../../../main/engine/supervisor';
import { exportModel } from '../../../../main/exporting/exportModel';
import { ExportCheckFailed } from '../../../../main/exporting/request';
import { scratchFolder } from '../engine/backbone/support';
import { checkLine } from './checkLine';
import { bundle } from './child/bundle';
import { Studio } from './studio';

type Corrupt = (folder: string) => Promise<void>;

let studio: Studio;
let script: string;
beforeAll(async () => {
  [studio, script] = await Promise.all([Studio.start(), bundle('checkChild')]);
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
  const file = path.join(folder, metadata.model.files.at(-1)!.name);
  const bytes = await readFile(file);
  const scales = (factor: number) =>
    Buffer.from(Float32Array.from(metadata.classes, () => factor * metadata.scale!).buffer);
  const at = bytes.indexOf(scales(1));
  expect(at).toBeGreaterThan(0);
  scales(1.1).copy(bytes, at);
  await writeFile(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await edit(folder, ({ model }) => void (model.files.at(-1)!.sha256 = sha256));
};

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

describe('the export check', () => {
  it.each<[string, ExportFormat, Corrupt, string]>([
    ['crop', 'tfjs', crop, 'probabilities are off by up to'],
    ['label order', 'savedmodel', labelOrder, 'by another class'],
    ['scale', 'tfjs', scale, 'probabilities are off by up to'],
    ['scale', 'savedmodel', scale, 'probabilities are off by up to'],
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
