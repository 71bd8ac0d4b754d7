import { promises as fs } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  decodeHead,
  encodeHead,
  readHead,
  writeHead,
  type StoredHead,
} from '../../../../../main/engine/heads/headFile';
import { logits } from '../../../../../main/engine/imprinting/head';
import { scratchFolder } from '../backbone/support';

const a = Float32Array.of(1, 2, 3);
const stored: StoredHead = {
  backbone: 'abc',
  meanLength: 5.25,
  head: {
    input: 'unit',
    shift: Float32Array.of(0.1, 0.2, 0.3),
    projection: Float32Array.of(1, 0, 0, 0, 1, 1),
    classes: 2,
    counts: [2, 1],
    dimension: 2,
    weights: Float64Array.of(1, 0, 0.6, 0.8, 0, 1),
    scale: Float64Array.of(11.1, 11.1, 11.1),
    bias: Float64Array.of(0.1, 0, -0.1),
    temperature: 1.5,
  },
};

describe('the file of a head', () => {
  it('gives it back to the bit', async () => {
    const file = path.join(await scratchFolder(), 'one.head');
    await writeHead(file, stored);
    const read = await readHead(file);
    expect(read).toEqual(stored);
    expect(logits(read.head, a)).toEqual(logits(stored.head, a));
    const plain = { ...stored, head: { ...stored.head, shift: null, projection: null, counts: null } };
    const own = { ...plain.head, classes: 3, dimension: 2 };
    expect(decodeHead(encodeHead({ ...plain, head: own }))).toEqual({ ...plain, head: own });
  });

  it.each([0, 7, 11, 60, 200])('is refused with byte %i changed', (at) => {
    const bytes = encodeHead(stored);
    bytes[at]! ^= 1;
    expect(() => decodeHead(bytes)).toThrow('The file of the fine-tuned head is damaged');
  });

  it('is refused when it is cut off, holds what is no number, or is not there', async () => {
    const bytes = encodeHead(stored);
    for (const length of [0, 5, 40, bytes.length - 1])
      expect(() => decodeHead(bytes.subarray(0, length))).toThrow('damaged');
    const head = { ...stored.head, bias: Float64Array.of(NaN, 0, 0) };
    expect(() => decodeHead(encodeHead({ ...stored, head }))).toThrow('damaged');
    const folder = await scratchFolder();
    await expect(readHead(path.join(folder, 'no.head'))).rejects.toThrow('is not there any more');
    expect(await fs.readdir(folder)).toEqual([]);
  });
});
