import { describe, expect, it } from 'vitest';
import { DecodeError } from '../../../../renderer/decoder/errors';
import { sniff } from '../../../../renderer/decoder/sniff';
import { readHeader } from '../../../../renderer/decoder/headers/read';

/** Latin-1 text as bytes, padded so that no parser fails for want of bytes alone. */
const file = (text: string, length = 64) =>
  Uint8Array.from({ length }, (_, i) => (i < text.length ? text.charCodeAt(i) & 0xff : 0));
const ftyp = (major: string, ...others: string[]) =>
  file(`\0\0\0${String.fromCharCode(16 + 4 * others.length)}ftyp${major}\0\0\0\0${others.join('')}`);

/** A little-endian TIFF whose first directory has these tags; values are offsets into the file or numbers. */
function tiff(tags: [tag: number, value: number][], text = ''): Uint8Array {
  const bytes = new Uint8Array(200);
  const view = new DataView(bytes.buffer);
  bytes.set(file('II*\0', 4));
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  tags.forEach(([tag, value], i) => {
    view.setUint16(10 + i * 12, tag, true);
    view.setUint32(18 + i * 12, value, true);
  });
  bytes.set(file(text, text.length), 100);
  return bytes;
}

function failureOf(bytes: Uint8Array): DecodeError {
  try {
    readHeader(bytes);
  } catch (error) {
    if (error instanceof DecodeError) return error;
    throw error;
  }
  throw new Error('it was read');
}

it('takes a photo that was saved as TIFF for one, whoever made the camera', () => {
  expect(sniff(tiff([[0x0100, 4]]))).toEqual({ format: 'tiff' });
  expect(sniff(tiff([[0x010f, 100]], 'NIKON CORPORATION\0'))).toEqual({ format: 'tiff' });
});

describe('files that are no picture we decode', () => {
  it.each([
    ['unsupported-raw', 'Canon CR3', ftyp('crx ', 'crx ', 'isom')],
    ['unsupported-video', 'MP4', ftyp('isom', 'iso2', 'mp41')],
    ['unsupported-video', 'QuickTime', ftyp('qt  ')],
    ['unsupported-video', 'AVI', file('RIFF\x10\0\0\0AVI LIST')],
    ['unsupported-video', 'Matroska', file('\x1a\x45\xdf\xa3')],
    ['unsupported-tiff', 'BigTIFF', file('II+\0\x08\0\0\0')],
    [
      'unsupported-raw',
      'Nikon NEF',
      tiff(
        [
          [0x00fe, 1],
          [0x010f, 100],
          [0x014a, 150],
        ],
        'NIKON CORPORATION\0',
      ),
    ],
    [
      'unsupported-raw',
      'Sony ARW',
      tiff(
        [
          [0x00fe, 1],
          [0x010f, 100],
          [0x014a, 150],
        ],
        'SONY\0',
      ),
    ],
    ['unsupported-raw', 'DNG', tiff([[0xc612, 1]])],
    ['unsupported-raw', 'Canon CR2', file('II*\0\x10\0\0\0CR\x02\0')],
    ['unsupported-raw', 'Fujifilm RAF', file('FUJIFILMCCD-RAW 0201')],
    ['unsupported-raw', 'Olympus ORF', file('IIRO\x08\0\0\0')],
    ['unsupported-raw', 'Panasonic RW2', file('IIU\0\x18\0\0\0')],
    ['unsupported-pdf', 'PDF', file('%PDF-1.7')],
    ['unsupported-svg', 'SVG', file('<?xml version="1.0"?>\n<svg xmlns="x">')],
    ['unsupported-svg', 'SVG', file('\xef\xbb\xbf  <svg width="1">')],
    ['unsupported-psd', 'Photoshop', file('8BPS\0\x01')],
    ['unsupported-icon', 'icon', file('\0\0\x01\0\x01\0')],
    ['unsupported-jxl', 'JPEG XL', file('\xff\x0a')],
    ['unsupported-jp2', 'JPEG 2000', file('\0\0\0\x0cjP  \r\n\x87\n')],
    ['unsupported-archive', 'ZIP', file('PK\x03\x04')],
    ['not-an-image', 'JPEG, PNG', file('Dear Sir or Madam,')],
    ['not-an-image', 'JPEG, PNG', file('BM is how this note begins, no bitmap')],
  ])('%s: the reason names %s', (code, name, bytes) => {
    const failure = failureOf(bytes);
    expect(failure.code).toBe(code);
    expect(failure.reason).toContain(name);
  });

  it('tells an empty file from all others', () => {
    expect(failureOf(new Uint8Array())).toMatchObject({
      code: 'empty',
      reason: expect.stringContaining('0 bytes') as string,
    });
  });

  it.each(['\xff\xd8\xff', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'GIF89a', 'RIFF\xff\xff\0\0WEBPVP8 '])(
    'calls a cut file truncated (%j)',
    (start) => {
      expect(failureOf(file(start, start.length)).code).toBe('truncated');
    },
  );

  it('calls a picture of no size damaged', () => {
    expect(failureOf(file('GIF89a\0\0\0\0\0\0\0\x2c')).code).toBe('damaged');
  });
});
