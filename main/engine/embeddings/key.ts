/** @file What an embedding is kept under. Pure. Runs anywhere. */
import { createHash } from 'node:crypto';
import type { Box } from '../../contract/model';
import { roundedBox } from '../../images/decoder/regions';

/** Bytes of a hash. */
export const HASH_BYTES = 32;
const HASH = /^[0-9a-f]{64}$/;

/**
 * What an item's embedding is kept under: the content hash of a whole image, or a hash of content and box, so that a box has
 * its embedding wherever the file lies.
 * @param hash SHA-256 of the file's bytes, lower-case hex.
 */
export function embeddingHash(hash: string, box: Box | null = null): string {
  checkHash(hash);
  if (box === null) return hash;
  const { x, y, width, height } = roundedBox(box);
  return createHash('sha256').update(`${hash} ${x} ${y} ${width} ${height}`).digest('hex');
}

/** @throws {Error} where it is not 64 lower-case hexadecimal digits. */
export function checkHash(hash: string): void {
  if (!HASH.test(hash))
    throw new Error(`An embedding is kept under 64 hexadecimal digits, not '${hash.slice(0, 80)}'.`);
}
