/** @file What backbone.json of an own backbone says, and what is refused of it and of the files it names. */
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BackboneError, meanEmbedding } from '../../../../../main/engine/backbone/description';
import { copiedFiles, requireCopied } from '../../../../../main/engine/ownBackbones/copiedFiles';
import {
  ownHash,
  ownId,
  readOwnDescription,
  writtenMean,
  type OwnDescription,
} from '../../../../../main/engine/ownBackbones/description';
import { describeOwn, ownFolder, PLAIN, type OwnParts } from './own';
import { folderOf, layersFolder } from './models';

const parts: OwnParts = {
  model: { kind: 'tfjs-layers', input: 'photo', output: 'scores' },
  input: PLAIN,
  output: { rank: 2, dimension: 5 },
};
const own = async (): Promise<string> => ownFolder(await layersFolder(), parts);
const files: OwnDescription['files'] = [
  { file: 'model.json', bytes: 2, sha256: 'a'.repeat(64) },
  { file: 'weights.bin', bytes: 3, sha256: 'b'.repeat(64) },
];

async function changed(change: (description: OwnDescription) => unknown): Promise<string> {
  const dir = await own();
  const file = path.join(dir, 'backbone.json');
  const description = JSON.parse(await readFile(file, 'utf8')) as OwnDescription;
  change(description);
  await writeFile(file, JSON.stringify(description));
  return dir;
}

describe('an own backbone', () => {
  it('is read as it was written, and its files are those that were added', async () => {
    const dir = await own();
    const description = await readOwnDescription(dir);
    expect(path.basename(dir)).toBe(description.id);
    expect(description.files.map(({ file }) => file)).toEqual(['model.json', 'weights.bin']);
    expect([...meanEmbedding(description)]).toEqual([-0.5, 0.5, 1.5, -0.5, 0.5]);
    await expect(requireCopied(dir, description)).resolves.toBeUndefined();
  });

  it('keeps every bit of its mean embedding', () => {
    const mean = Float32Array.of(-1 / 3, 0, 3e-38, 7e37);
    expect(meanEmbedding({ constants: { mean: writtenMean(mean) } })).toEqual(mean);
  });

  it('has its files in order, those of folders among them', async () => {
    const dir = await folderOf({ 'model.json': '{}', 'weights.bin': 'abc', 'deep/er.bin': 'c' });
    const sums = await copiedFiles(dir);
    expect(sums.map(({ file, bytes }) => [file, bytes])).toEqual([
      ['deep/er.bin', 1],
      ['model.json', 2],
      ['weights.bin', 3],
    ]);
    expect(sums[2]!.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('its hash', () => {
  const hashOf = (change: Partial<OwnParts>, of = files) => ownHash(describeOwn(of, { ...parts, ...change }));
  const hash = (): string => hashOf({});

  it('is of 64 digits, and the id begins with them', () => {
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(ownId(hash())).toBe(`own-${hash().slice(0, 12)}`);
  });

  it('stays with another name, licence and measure', () => {
    const measured = { imagesPerSecond: 3, batch: 1, at: '2027-01-01T00:00:00.000Z' };
    expect(hashOf({ name: 'Other', licence: 'MIT', measured })).toBe(hash());
  });

  it.each<[string, Partial<OwnParts>]>([
    ['the colours’ order', { input: { ...PLAIN, colour: 'BGR' } }],
    ['the size', { input: { ...PLAIN, size: 9 } }],
    ['what is taken off', { input: { ...PLAIN, mean: [0, 0, 1] } }],
    ['what is divided by', { input: { ...PLAIN, std: [1, 1, 2] } }],
    ['the type', { input: { ...PLAIN, type: 'int32' } }],
    ['the output', { model: { kind: 'tfjs-layers', input: 'photo', output: 'other' } }],
    ['the input', { model: { kind: 'tfjs-layers', input: 'other', output: 'scores' } }],
    ['the kind', { model: { kind: 'tfjs-graph', input: 'photo', output: 'scores' } }],
    ['the signature', { model: { kind: 'savedmodel', signature: 'a', input: 'photo', output: 'scores' } }],
    ['the rank', { output: { rank: 4, dimension: 5 } }],
    ['the dimension', { output: { rank: 2, dimension: 6 } }],
  ])('changes with %s', (_what, change) => {
    expect(hashOf(change)).not.toBe(hash());
  });

  it('changes with a byte or a name of a file', () => {
    const sum = { ...files[0]!, sha256: '0'.repeat(64) };
    expect(hashOf({}, [sum, ...files.slice(1)])).not.toBe(hash());
    expect(hashOf({}, [{ ...files[0]!, file: 'a' }, ...files.slice(1)])).not.toBe(hash());
  });
});

describe('backbone.json', () => {
  it.each<[string, (description: OwnDescription) => unknown, RegExp]>([
    ['of another schema', (own) => Object.assign(own, { schema: 2 }), /schema: /],
    ['with something unknown', (own) => Object.assign(own, { more: 1 }), /more/],
    ['with a name of nothing', (own) => (own.name = ' '), /name: /],
    ['with a file outside', (own) => (own.files[0]!.file = '../model.json'), /files\.0\.file: /],
    ['with an absolute file', (own) => (own.files[0]!.file = '/model.json'), /files\.0\.file: /],
    ['with files out of order', (own) => own.files.reverse(), /files: /],
    ['that divides by nothing', (own) => (own.input.std = [1, 0, 1]), /input\.std\.1: /],
    [
      'that divides whole numbers',
      (own) => Object.assign(own.input, { type: 'uint8', std: [1, 1, 2] }),
      /input: /,
    ],
    [
      'with a mean of another length',
      (own) => (own.constants.mean = 'AAAAAA=='),
      /constants\.mean: is not 5/,
    ],
    [
      'with no number in its mean',
      (own) => (own.constants.mean = writtenMean(new Float32Array(5).fill(NaN))),
      /mean/,
    ],
    ['with another model’s id', (own) => (own.id = 'own-000000000000'), /id: is own-000000000000, its/],
    ['whose input was changed', (own) => (own.input.colour = 'BGR'), /id: is own-/],
  ])('%s is refused', async (_what, change, why) => {
    const read = readOwnDescription(await changed(change));
    await expect(read).rejects.toThrow(BackboneError);
    await expect(read).rejects.toThrow(why);
  });

  it('cut short is refused', async () => {
    const dir = await own();
    await writeFile(path.join(dir, 'backbone.json'), '{"schema": 1,');
    await expect(readOwnDescription(dir)).rejects.toThrow(/backbone\.json cannot be read: /);
  });
});

describe('the copied files', () => {
  it.each<[string, (model: string) => Promise<unknown>, string]>([
    [
      'changed',
      (model) => appendFile(path.join(model, 'weights.bin'), 'x'),
      'weights.bin is not the one that was',
    ],
    ['missing', (model) => rm(path.join(model, 'weights.bin')), 'weights.bin is missing'],
    [
      'more',
      (model) => writeFile(path.join(model, 'saved_model.pb'), ''),
      'the file saved_model.pb was put beside',
    ],
    ['gone altogether', (model) => rm(model, { recursive: true }), 'no such file or directory'],
  ])('are refused where they are %s, with the name and what to do', async (_how, change, why) => {
    const dir = await own();
    const description = await readOwnDescription(dir);
    await change(path.join(dir, 'model'));
    const checked = requireCopied(dir, description);
    await expect(checked).rejects.toThrow(why);
    await expect(checked).rejects.toThrow(
      /^The backbone ‘Plankton net’ was not loaded.*add the model again\.$/,
    );
  });
});
