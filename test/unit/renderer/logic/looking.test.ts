/** @file Where a picture lies, how many pixels of it are worth fetching, and what of it the model sees. */
import { describe, expect, it } from 'vitest';
import { fitted, fullScale, naturalSize, seenPart, sideFor } from '../../../../renderer/logic/looking';

const PHOTO = { width: 4000, height: 3000 };
const ROOM = { width: 800, height: 800 };

describe('a picture', () => {
  it('fits its room, in the middle', () => {
    expect(fitted(PHOTO, ROOM)).toEqual({ width: 800, height: 600, left: 0, top: 100 });
    expect(fitted({ width: 10, height: 40 }, ROOM)).toEqual({ width: 200, height: 800, left: 300, top: 0 });
  });

  it('is pixel for pixel at the factor that makes it so, on dense screens too', () => {
    expect(fullScale(PHOTO, fitted(PHOTO, ROOM), 1)).toBe(5);
    expect(fullScale(PHOTO, fitted(PHOTO, ROOM), 2)).toBe(2.5);
  });

  it('is asked for in few sizes, and never larger than there is', () => {
    expect(sideFor({ width: 800, height: 600 }, 1)).toBe(1600);
    expect(sideFor({ width: 800, height: 600 }, 2.5)).toBe(2560);
    expect(sideFor({ width: 9000, height: 600 }, 1)).toBe(4096);
  });

  it('of a box has the size of its part', () => {
    const box = { x: 0.1, y: 0.2, width: 0.25, height: 0.1 };
    expect(naturalSize({ ...PHOTO, box })).toEqual({ width: 1000, height: 300 });
    expect(naturalSize({ ...PHOTO, box: null })).toEqual(PHOTO);
    expect(naturalSize({ width: null, height: null, box })).toBeNull();
  });
});

describe('what the model sees', () => {
  const region = { x: 0.1, y: 0.1, width: 0.5, height: 0.5 };

  it('is all of it where the frame is stretched, and of a box', () => {
    expect(seenPart({ kind: 'stretch' }, PHOTO, false)).toBeNull();
    expect(seenPart({ kind: 'centreCrop' }, PHOTO, true)).toBeNull();
    expect(seenPart({ kind: 'region', box: region }, PHOTO, true)).toBeNull();
  });

  it('is the square in the middle, or the region', () => {
    expect(seenPart({ kind: 'centreCrop' }, PHOTO, false)).toEqual({
      x: 0.125,
      y: 0,
      width: 0.75,
      height: 1,
    });
    expect(seenPart({ kind: 'centreCrop' }, { width: 300, height: 400 }, false)).toMatchObject({
      x: 0,
      y: 0.125,
    });
    expect(seenPart({ kind: 'region', box: region }, PHOTO, false)).toEqual(region);
  });

  it('is all of a square', () => {
    expect(seenPart({ kind: 'centreCrop' }, { width: 50, height: 50 }, false)).toBeNull();
  });
});
