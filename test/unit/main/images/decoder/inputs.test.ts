import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../../../main/images/decoder/inputs';

const good = {
  id: 1,
  hash: 'a'.repeat(64),
  box: null,
  framing: { kind: 'stretch' },
  pixels: new Uint8Array(2 * 2 * 3),
  size: 2,
};

describe('an input from the decoder', () => {
  it('is taken as it comes, without copying its pixels', () => {
    expect(checkInput(good)?.pixels).toBe(good.pixels);
  });

  it.each([
    ['nothing', null],
    ['a text', 'pixels'],
    ['pixels that do not fill the square', { ...good, size: 3 }],
    ['pixels without end', { ...good, size: 100_000 }],
    ['a side that is no number', { ...good, size: NaN }],
    ['other values than bytes', { ...good, pixels: new Float32Array(12) }],
    ['a list for pixels', { ...good, pixels: Array(12).fill(0) }],
    ['a hash that is a path', { ...good, hash: '../../etc/hostname' }],
    ['an unknown framing', { ...good, framing: { kind: 'other' } }],
    ['a box that leaves the image', { ...good, box: { x: 0.9, y: 0, width: 0.2, height: 1 } }],
    ['an id that is none', { ...good, id: -1 }],
    ['more than it should', { ...good, more: true }],
  ])('is refused as %s', (_, message) => expect(checkInput(message)).toBeNull());
});
