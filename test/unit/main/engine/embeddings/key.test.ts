import { crc32 as zlibCrc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { crc32 } from '../../../../../main/engine/embeddings/crc32';
import { embeddingHash } from '../../../../../main/engine/embeddings/key';

it('keeps a box apart from its image, wherever the file lies', () => {
  const hash = 'ab'.repeat(32);
  const box = { x: 0.25, y: 0, width: 0.5, height: 1 };
  expect(embeddingHash(hash)).toBe(hash);
  expect(embeddingHash(hash, box)).toMatch(/^[0-9a-f]{64}$/);
  expect(embeddingHash(hash, box)).toBe(embeddingHash(hash, { ...box }));
  expect(embeddingHash(hash, { ...box, x: 0.2500000001 })).toBe(embeddingHash(hash, box));
  expect(embeddingHash(hash, { ...box, x: 0.26 })).not.toBe(embeddingHash(hash, box));
});

it('sums as zlib does', () => {
  const bytes = Uint8Array.from({ length: 4 * 37 }, (_, i) => (i * 7919) % 251);
  for (const words of [0, 1, 2, 3, 36, 37]) {
    expect(crc32(new Int32Array(bytes.buffer), 0, words)).toBe(zlibCrc32(bytes.subarray(0, 4 * words)));
  }
  expect(crc32(new Int32Array(Uint8Array.from(Buffer.from('12345678')).buffer))).toBe(0x9ae0daaf);
});
