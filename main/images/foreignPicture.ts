/**
 * @file Small pictures that came in a file of somebody else. The decoder draws them anew, so that the window never meets their bytes
 * (docs/security.md). Runs in main; knows no Electron.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Decoder } from './decoder/decoder';

export interface RedrawParts {
  decoder: Pick<Decoder, 'decode'>;
  /** Side of the backbone's input, pixels: the decoder wants to know, though nobody asks for it. */
  inputSize: number;
}

/** At most so many pixels on the longer side. */
const SIDE = 96;

/** The picture as a small JPEG of our own; null where it cannot be decoded. */
export async function redrawn(jpeg: Uint8Array, { decoder, inputSize }: RedrawParts): Promise<Buffer | null> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imprint-studio-picture-'));
  const file = path.join(folder, 'picture.jpg');
  try {
    await writeFile(file, jpeg);
    // Small enough to be handed over: nobody fetches the address.
    const place = { url: 'img://file/picture', path: file, bytes: jpeg.length };
    const seen = { framing: { kind: 'stretch' } as const, inputSize, thumbnailSize: SIDE, wantInput: false };
    const result = await decoder.decode({ ...place, ...seen, isSeen: true });
    return 'failure' in result || !result.thumbnail ? null : Buffer.from(result.thumbnail);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
