import { describe, expect, it } from 'vitest';
import { neutraliseOrientation, readHeader } from '../../../renderer/decoder/headers/read';
import { planDecode } from '../../../renderer/decoder/plan';
import { isSrgb } from '../../../renderer/decoder/profile';
import { files, framings, goldenBytes } from './goldenFiles';

const named = (pattern: RegExp) => files.filter(({ file }) => pattern.test(file));

describe('headers of the golden files', () => {
  it.each(files)(
    '$file: the scale is the one Pillow used, for every framing',
    async ({ file, size, eighths }) => {
      const header = readHeader(goldenBytes(file));
      const srgb = await isSrgb(header.profile);
      const scales = framings.map((framing) => planDecode(header, { framing, inputSize: size, srgb }).scale);
      expect(scales).toEqual(eighths);
    },
  );

  it.each(named(/^orientation-\d.*\.(jpg|png|webp)$/))(
    '$file: the orientation is read, and can be undone',
    ({ file }) => {
      const bytes = goldenBytes(file);
      const header = readHeader(bytes);
      expect(header.orientation).toBe(Number(/\d/.exec(file)?.[0]));
      neutraliseOrientation(bytes, header.patches);
      expect(readHeader(bytes)).toMatchObject({ orientation: 1, width: header.width, height: header.height });
    },
  );

  it('gives a rotated AVIF its rotated size, since Chromium turns it', () => {
    expect(readHeader(goldenBytes('orientation-6.avif'))).toMatchObject({
      width: 90,
      height: 111,
      orientation: 1,
    });
    expect(readHeader(goldenBytes('orientation-2.avif'))).toMatchObject({
      width: 111,
      height: 90,
      orientation: 1,
    });
  });

  it.each(named(/^icc-/))('$file: the profile is told by its numbers', async ({ file }) => {
    const { profile } = readHeader(goldenBytes(file));
    expect(profile).not.toBeNull();
    expect(await isSrgb(profile)).toBe(file.startsWith('icc-srgb'));
  });

  it('knows progressive, grey and CMYK', () => {
    expect(readHeader(goldenBytes('progressive.jpg')).progressive).toBe(true);
    expect(readHeader(goldenBytes('scale-half.jpg')).progressive).toBe(false);
    expect(readHeader(goldenBytes('grey.jpg')).components).toBe(1);
    expect(readHeader(goldenBytes('cmyk.jpg')).components).toBe(4);
  });
});
