/** @file Folders that hold an exported model, and those that do not. */
import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EXPORT_FORMATS } from '../../../../../main/contract/exportFormats';
import { encodeModel } from '../../../../../main/engine/backbone/graphDef';
import { LoadedModel } from '../../../../../main/engine/modelFile/loadedModel';
import type { Metadata } from '../../../../../main/engine/modelFile/metadata';
import { readModelFolder } from '../../../../../main/engine/modelFile/modelFolder';
import { scratchFolder } from '../backbone/support';
import { tinyModel } from '../export/tinyExport';

const metadataIn = (folder: string) => path.join(folder, 'metadata.json');

async function edit(folder: string, change: (metadata: Metadata) => unknown): Promise<void> {
  const metadata = JSON.parse(await readFile(metadataIn(folder), 'utf8')) as Metadata;
  const changed = change(metadata) ?? metadata;
  await writeFile(metadataIn(folder), JSON.stringify(changed));
}

const refusal = (folder: string) => expect(readModelFolder(folder)).rejects;

describe('readModelFolder', () => {
  it('takes the folder of a format, or that of an export, where the faster format comes first', async () => {
    const both = await scratchFolder();
    for (const format of ['tfjs', 'savedmodel'] as const)
      await rename(await tinyModel(format), path.join(both, format));
    expect((await readModelFolder(both)).metadata.model.format).toBe('savedmodel');
    expect((await readModelFolder(path.join(both, 'tfjs'))).metadata.model.format).toBe('tfjs');
    await rm(path.join(both, 'savedmodel'), { recursive: true });
    expect((await readModelFolder(both)).dir).toBe(path.join(both, 'tfjs'));
  });

  it('says so where there is no model, or no folder', async () => {
    const empty = await scratchFolder();
    await refusal(empty).toThrow(`${empty} holds no exported model`);
    await refusal(path.join(empty, 'nowhere')).toThrow('holds no exported model');
  });

  it('says so where metadata.json is of another program, of a newer one, or broken', async () => {
    const folder = await tinyModel('tfjs');
    await writeFile(metadataIn(folder), '{"format":"lobe"}');
    await refusal(folder).toThrow('was not exported by this program');
    await writeFile(metadataIn(folder), '{"format":"imprint-model","schema":2}');
    await refusal(folder).toThrow('newer version');
    await writeFile(metadataIn(folder), '{"format":"imprint-mod');
    await refusal(folder).toThrow('is damaged');
    await writeFile(metadataIn(folder), '{"format":"imprint-model","schema":1}');
    await refusal(folder).toThrow('is damaged');
  });

  it.each(EXPORT_FORMATS)('finds one changed byte in a %s', async (format) => {
    const folder = await tinyModel(format);
    const { files } = (await readModelFolder(folder)).metadata.model;
    const file = path.join(folder, files.at(-1)!.name);
    const bytes = await readFile(file);
    await writeFile(
      file,
      bytes.map((byte, i) => (i === 700 ? byte ^ 4 : byte)),
    );
    await refusal(folder).toThrow('is damaged or incomplete. Export it again.');
  });

  it('finds a missing file, and other labels than the description names', async () => {
    const folder = await tinyModel('tfjs');
    await writeFile(path.join(folder, 'labels.txt'), 'Class 1\nClass 0\nClass 2\n');
    await refusal(folder).toThrow('is damaged');
    await rm(path.join(folder, 'model.json'));
    await refusal(folder).toThrow('is damaged');
  });

  it('does not follow a name out of the folder', async () => {
    const folder = await tinyModel('tfjs');
    await edit(folder, ({ model }) => void (model.files[0]!.name = '../model.json'));
    await refusal(folder).toThrow('is damaged');
  });

  it('refuses an export that failed its check', async () => {
    const folder = await tinyModel('tfjs');
    await writeFile(path.join(folder, 'check.json'), '{"passed":false}');
    await refusal(folder).toThrow('failed its export check');
    await writeFile(path.join(folder, 'check.json'), '{"passed":true}');
    expect((await readModelFolder(folder)).metadata.name).toBe('Garden');
  });

  it('never loads a graph that could read or write files', async () => {
    const folder = await tinyModel('savedmodel');
    const harmful = [
      { name: 'file', op: 'Placeholder', input: [], attr: {} },
      { name: 'read', op: 'ReadFile', input: ['file'], attr: {} },
    ];
    const bytes = encodeModel(harmful, { inputs: {}, outputs: {} });
    await writeFile(path.join(folder, 'saved_model.pb'), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await edit(folder, ({ model }) => void (model.files[0]!.sha256 = sha256));
    await refusal(folder).toThrow('its graph holds ReadFile');
  });
});

describe('LoadedModel', () => {
  it('says so where TensorFlow cannot load what is written', async () => {
    const folder = await tinyModel('tfjs');
    const text = '{"modelTopology":{}}';
    await writeFile(path.join(folder, 'model.json'), text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    await edit(folder, ({ model }) => void (model.files[0]!.sha256 = sha256));
    await expect(LoadedModel.load(folder)).rejects.toThrow('is damaged or incomplete');
  });

  it('refuses images of another size and names both', async () => {
    const model = await LoadedModel.load(await tinyModel('savedmodel'));
    expect(() => model.run([new Uint8Array(75)])).toThrow('expected images of shape [8, 8, 3], got [75]');
    model.dispose();
  });

  it('says so where a folder has become a file', async () => {
    const file = path.join(await scratchFolder(), 'model');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '');
    await expect(LoadedModel.load(file)).rejects.toThrow('holds no exported model');
  });
});
