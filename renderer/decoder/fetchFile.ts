/**
 * @file Fetches a file's bytes through the app's own scheme, up to the limit, and names them by their hash. Runs in
 * the decoder's workers.
 */
import { DecodeError } from './errors';
import { checkBytes } from './limits';

/** @throws DecodeError where the file is gone, cannot be read or is too large. */
export async function fetchFile(url: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, { cache: 'no-store' });
    if (!response.ok) throw unreadable();
    checkBytes(Number(response.headers.get('content-length') ?? 0));
    const bytes = new Uint8Array(await response.arrayBuffer());
    checkBytes(bytes.length);
    return bytes;
  } catch (error) {
    throw error instanceof DecodeError ? error : unreadable();
  }
}

function unreadable(): DecodeError {
  return new DecodeError(
    'unreadable',
    'The file could not be read. It may have been moved or deleted, or you may not be allowed to read it. Check it and rescan.',
  );
}

/** SHA-256, lower-case hex. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
