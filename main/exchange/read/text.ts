/** @file The text of a file whatever encoding a spreadsheet gave it. Pure. Runs in main. */

/** Bytes of the largest file of labels that is read: 200,000 rows need a tenth of it. */
export const MAX_BYTES = 256 * 1024 * 1024;

/**
 * UTF-8, UTF-16 with a byte order mark (what Excel calls 'Unicode text'), otherwise Latin-1, in which no byte is wrong.
 * The mark itself is left out.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16le').decode(swapped(bytes));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** Every two bytes exchanged: Node 16 decodes no big-endian UTF-16. */
function swapped(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}
