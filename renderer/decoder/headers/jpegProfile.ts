/**
 * @file Puts together an ICC profile that a JPEG carries in numbered pieces (ICC.1 annex B.4). Pure.
 */
import type { Bytes } from '../bytes';
import type { EmbeddedProfile } from './header';

const SIGNATURE = 'ICC_PROFILE\0';

export interface ProfileChunk {
  /** Counted from 1. */
  number: number;
  bytes: Uint8Array;
}

/** The piece in an APP2 segment, or none where the segment holds something else. */
export function profileChunk(file: Bytes, start: number, end: number): ProfileChunk[] {
  const data = start + SIGNATURE.length + 2;
  if (!file.has(start, SIGNATURE) || data > end) return [];
  return [{ number: file.u8(data - 2), bytes: file.slice(data, end) }];
}

/** All pieces in order; null where there is none. A profile with gaps is kept: what cannot be read is not sRGB. */
export function joinProfile(chunks: ProfileChunk[]): EmbeddedProfile | null {
  if (chunks.length === 0) return null;
  const ordered = [...chunks].sort((a, b) => a.number - b.number);
  const bytes = new Uint8Array(ordered.reduce((sum, chunk) => sum + chunk.bytes.length, 0));
  let at = 0;
  for (const chunk of ordered) {
    bytes.set(chunk.bytes, at);
    at += chunk.bytes.length;
  }
  return { bytes, deflated: false };
}
