/** @file NumPy files of embeddings: ours and NumPy's own are read, what is damaged or hostile is refused in a sentence. */
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { littleEndian, npyHead } from '../../../../../main/exchange/write/npy';
import { readNpy } from '../../../../../main/headless/evaluate/npy';

let folder = '';
beforeAll(async () => (folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-npy-'))));
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

const values = Float32Array.from([1, -2.5, 0.125, 3e-9, 7, NaN]);

async function read(bytes: Buffer) {
  const file = path.join(folder, 'embeddings.npy');
  await fs.writeFile(file, bytes);
  return readNpy(file);
}

/** As numpy.save writes it: the head padded to a multiple of 64. */
function saved(descr: string, shape: string, data: Buffer, { version = 1, fortran = 'False' } = {}): Buffer {
  const text = `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }`;
  const begin = version === 1 ? 10 : 12;
  const length = Math.ceil((begin + text.length + 1) / 64) * 64 - begin;
  const head = Buffer.alloc(begin + length, ' ');
  head.write(`\x93NUMPY${String.fromCharCode(version)}\x00`, 0, 'latin1');
  if (version === 1) head.writeUInt16LE(length, 8);
  else head.writeUInt32LE(length, 8);
  head.write(text, begin, 'latin1');
  head.write('\n', begin + length - 1, 'latin1');
  return Buffer.concat([head, data]);
}

describe('a NumPy file', () => {
  it('of ours is read to the bit, values that are no numbers included', async () => {
    const matrix = await read(Buffer.concat([npyHead(2, 3), littleEndian(values)]));
    expect(matrix).toEqual({ rows: 2, columns: 3, values });
  });

  it.each([1, 2, 3])('of NumPy, format %i, is read', async (version) => {
    expect(await read(saved('<f4', '(3, 2)', littleEndian(values), { version }))).toEqual({
      rows: 3,
      columns: 2,
      values,
    });
  });

  it('of float64 is read', async () => {
    const doubles = Float64Array.from([0.1, -7]);
    const { values: found } = await read(saved('<f8', '(1, 2)', Buffer.from(doubles.buffer)));
    expect(found).toEqual(Float32Array.from([0.1, -7]));
  });

  it.each([
    ['that is none', Buffer.from('row,label\n'), 'no NumPy file'],
    ['that ends in its head', saved('<f4', '(1, 1)', Buffer.alloc(0)).subarray(0, 40), 'head is not whole'],
    ['that ends at once', Buffer.from('\x93NUMPY', 'latin1'), 'head is not whole'],
    ['with rows missing', saved('<f4', '(9, 3)', littleEndian(values)), 'does not go with its size'],
    ['with bytes too many', saved('<f4', '(1, 3)', littleEndian(values)), 'does not go with its size'],
    ['of objects', saved('|O', '(2, 3)', littleEndian(values)), 'of the kind |O'],
    ['of big-endian values', saved('>f4', '(2, 3)', littleEndian(values)), 'of the kind >f4'],
    ['by columns', saved('<f4', '(2, 3)', littleEndian(values), { fortran: 'True' }), 'holds columns'],
    ['of one dimension', saved('<f4', '(6,)', littleEndian(values)), 'shape must be'],
    ['of no rows', saved('<f4', '(0, 3)', Buffer.alloc(0)), 'shape must be'],
    [
      'of more than memory holds',
      saved('<f4', '(999999999, 999999)', Buffer.alloc(8)),
      'more than can be evaluated',
    ],
    [
      'whose head lies',
      saved("<f4', 'x': __import__('os')", '(2, 3)', Buffer.alloc(3)),
      'does not go with its size',
    ],
  ])('%s is refused', async (_, bytes, why) => {
    await expect(read(bytes)).rejects.toThrow(why);
  });

  it('that is not there is refused', async () => {
    await expect(readNpy(path.join(folder, 'nothing.npy'))).rejects.toThrow('cannot be read');
  });
});
