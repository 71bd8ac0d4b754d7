/**
 * @file A picture from a file of somebody else goes to the decoder and nowhere else, and leaves nothing on the disk. The decoder needs
 * Electron; what stands in for it looks at what it is given.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Decoder, DecodeRequest } from '../../../../main/images/decoder/decoder';
import { redrawn } from '../../../../main/images/foreignPicture';

const picture = Buffer.from([0xff, 0xd8, 1, 2, 3]);
type Answer = Awaited<ReturnType<Decoder['decode']>>;

/** @param answer of the decoder; an error is thrown */
async function draw(answer: unknown) {
  const seen: { request: DecodeRequest; bytes: Buffer }[] = [];
  const decode = (request: DecodeRequest): Promise<Answer> => {
    seen.push({ request, bytes: readFileSync(request.path!) });
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as Answer);
  };
  const made = await redrawn(picture, { decoder: { decode }, inputSize: 224 }).catch(
    (error: Error) => error.message,
  );
  return { made, ...seen[0]! };
}

it('is handed over as it came, small and not for the engine, and what comes back is shown', async () => {
  const { made, request, bytes } = await draw({ thumbnail: Uint8Array.of(7, 8) });
  expect(bytes).toEqual(picture);
  expect(request).toMatchObject({ wantInput: false, thumbnailSize: 96, bytes: 5 });
  expect(made).toEqual(Buffer.from([7, 8]));
  expect(existsSync(path.dirname(request.path!))).toBe(false);
});

it.each([
  ['cannot be decoded', { failure: { code: 'damaged', reason: 'It is damaged.' } }, null],
  ['has no small picture', { thumbnail: null }, null],
  ['finds no decoder', new Error('stopped'), 'stopped'],
])('is not shown where it %s, and nothing is left either', async (_, answer, expected) => {
  const { made, request } = await draw(answer);
  expect(made).toEqual(expected);
  expect(existsSync(path.dirname(request.path!))).toBe(false);
});
