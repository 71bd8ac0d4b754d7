/** @file Bytes from anywhere where a TFLite model should be: always a sentence. */
import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { flatbuffer, int32, table, tables, text } from '../../../../../../main/engine/export/tflite/tables';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import { LoadedModel } from '../../../../../../main/engine/modelFile/loadedModel';
import type { Metadata } from '../../../../../../main/engine/modelFile/metadata';
import { requireLabels } from '../../../../../../main/engine/modelFile/tflite/packedLabels';
import { readGraph } from '../../../../../../main/engine/modelFile/tflite/readGraph';
import { readNetwork } from '../../../../../../main/engine/modelFile/tflite/readFile';
import { Synthetic } from '../../imprinting/synthetic';
import { optionsFor, plainHead, tflite } from '../../export/tflite/models';
import { tinyModel } from '../../export/tinyExport';

const read = (file: Uint8Array) => readGraph(readNetwork(file));
const whole = tflite(plainHead, 'half');

/** What reading says, or null where the bytes are a model. Anything but our own sentences fails the test. */
function refusal(file: Uint8Array): string | null {
  try {
    read(file);
    return null;
  } catch (error) {
    expect((error as Error).constructor).toBe(Error);
    return (error as Error).message;
  }
}

describe('a file that is no model of ours', () => {
  it('is refused wherever it is cut off', () => {
    for (let length = 0; length < 3000; length += 1) expect(refusal(whole.slice(0, length))).not.toBeNull();
  });

  it('is refused by a sentence, or read, whichever bytes are changed', () => {
    const random = new Synthetic(11);
    const below = (n: number) => Math.floor(Math.abs(random.gaussian() * 1e6)) % n;
    let refused = 0;
    for (let round = 0; round < 4000; round++) {
      const file = whole.slice();
      for (let i = 0; i <= round % 4; i++) file[below(file.length)] = below(256);
      if (refusal(file) !== null) refused++;
    }
    expect(refused).toBeGreaterThan(500);
  });

  it('is refused where a place points before the file, or a table to itself', () => {
    const view = (file: Uint8Array) => new DataView(file.buffer, file.byteOffset);
    const before = whole.slice();
    view(before).setUint32(0, 0xfffffff0, true);
    expect(refusal(before)).toContain('points outside of the file');
    const itself = whole.slice();
    view(itself).setInt32(view(itself).getUint32(0, true), 0, true);
    expect(refusal(itself)).not.toBeNull();
  });

  it.each<[string, Record<number, ReturnType<typeof int32>>, string]>([
    ['of an older schema', { 0: int32(2) }, 'the version of the schema is 2'],
    ['with a field of newer ones', { 0: int32(3), 9: text('more') }, 'the model has the field 9'],
    ['without a subgraph', { 0: int32(3) }, 'has not exactly one subgraph'],
    ['with two subgraphs', { 0: int32(3), 2: tables([{}, {}]) }, 'has not exactly one subgraph'],
    [
      'with an operator of its own making',
      { 0: int32(3), 1: tables([{ 1: text('Flex') }]), 2: tables([{}]) },
      'operator code 0 has the field 1',
    ],
    [
      'with an operator that ours never have',
      { 0: int32(3), 1: tables([{ 3: int32(32) }]) },
      'the operator of code 32',
    ],
    ['with a table where a vector should be', { 0: int32(3), 1: table({ 0: int32(1 << 20) }) }, 'the model'],
  ])('is refused %s', (_, fields, sentence) => {
    expect(refusal(flatbuffer(fields, 'TFL3').slice())).toContain(sentence);
  });

  it('is refused where it is of another kind, and read where it is ours', () => {
    expect(refusal(flatbuffer({ 0: int32(3) }, 'TFL2').slice())).toContain('file of the kind TFL3');
    expect(refusal(whole)).toBeNull();
  });
});

describe('requireLabels', () => {
  const { labels } = optionsFor(plainHead.classes, 'single');

  const changed = (at: number) => whole.map((byte, i) => (i === at ? byte ^ 1 : byte));

  it('takes a model that carries the labels beside it', () => {
    expect(() => requireLabels(whole, labels)).not.toThrow();
  });

  it.each<[string, Uint8Array, string]>([
    ['other labels', changed(Buffer.from(whole).indexOf(labels)), 'are not those of labels.txt'],
    ['no zip', whole.slice(0, whole.length - 30), 'how the zip'],
    ['two files', zipSync({ 'labels.txt': labels, more: labels }, { level: 0 }), 'the number of files'],
    [
      'what has to be inflated',
      zipSync({ 'labels.txt': labels }, { level: 9 }),
      'are not those of labels.txt',
    ],
    ['another name', zipSync({ 'names.txt': labels }, { level: 0 }), 'are not those of labels.txt'],
    ['too little', new Uint8Array(5), 'shorter than a zip'],
  ])('refuses %s', (_, file, sentence) => {
    expect(() => requireLabels(file, labels)).toThrow(sentence);
  });
});

describe('LoadedModel', () => {
  it('says that a model which was changed is damaged, why, and leaves nothing behind', async () => {
    const folder = await tinyModel('tflite');
    const before = tf.memory().numTensors;
    const [file, metadata] = ['model.tflite', 'metadata.json'].map((name) => path.join(folder, name));
    const bytes = await readFile(file!);
    // A probability as the sum of others: SOFTMAX becomes RELU6, which has no options.
    bytes.writeInt8(21, bytes.lastIndexOf(Buffer.from([25])));
    await writeFile(file!, bytes);
    await expect(LoadedModel.load(folder)).rejects.toThrow('is damaged or incomplete');
    const described = JSON.parse(await readFile(metadata!, 'utf8')) as Metadata;
    described.model.files[0]!.sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(metadata!, JSON.stringify(described));
    await expect(LoadedModel.load(folder)).rejects.toThrow('is damaged or incomplete');
    expect(tf.memory().numTensors).toBe(before);
  });
});
