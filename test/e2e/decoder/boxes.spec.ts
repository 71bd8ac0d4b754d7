/**
 * @file Boxes in a picture: bit for bit Pillow's reduction of each with its margin, however many share a decode.
 */
import { createHash } from 'node:crypto';
import { boxGoldens, goldenPath } from '../../unit/decoder/goldenFiles';
import { readHeader } from '../../../renderer/decoder/headers/read';
import { expect, test } from './harness';

const sha256 = (base64: string): string =>
  createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

test('each gives what Pillow gives for it and its margin, alone or together with others', async ({
  decoder,
}) => {
  for (const { file, size, inputs } of boxGoldens.files) {
    const together = await decoder.boxes(goldenPath(file), boxGoldens.boxes, size);
    expect(
      together.map(({ input }) => sha256(input)),
      file,
    ).toEqual(inputs);
    for (const [at, box] of boxGoldens.boxes.entries()) {
      const [alone] = await decoder.boxes(goldenPath(file), [box], size);
      expect(alone, `${file}, box ${at}`).toEqual(together[at]);
    }
  }
});

test('each has a thumbnail of the box itself', async ({ decoder }) => {
  const box = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
  const [one] = await decoder.boxes(goldenPath('whole-500x375.jpg'), [box], 224);
  const { format, width, height } = readHeader(new Uint8Array(Buffer.from(one?.thumbnail ?? '', 'base64')));
  expect([format, width, height]).toEqual(['jpeg', 250, 93]);
});
