import { describe, expect, it } from 'vitest';
import {
  boxAt,
  boxesByImage,
  contained,
  drawn,
  handleAt,
  HANDLES,
  LEAST,
  missingFrom,
  moved,
  nudged,
  resized,
} from '../../../../renderer/logic/boxes';
import { boxSchema } from '../../../../main/projects/schema';

const box = { x: 0.2, y: 0.3, width: 0.4, height: 0.2 };

describe('drawing a box', () => {
  it('takes the corners in any order and stops at the edges', () => {
    expect(drawn({ x: 0.6, y: 0.1 }, { x: 0.2, y: 0.4 })).toEqual({
      x: 0.2,
      y: 0.1,
      width: 0.4,
      height: 0.3,
    });
    expect(drawn({ x: -3, y: 0.5 }, { x: 0.5, y: 7 })).toEqual({ x: 0, y: 0.5, width: 0.5, height: 0.5 });
  });

  it('takes a slip of the hand for none', () => {
    expect(drawn({ x: 0.5, y: 0.5 }, { x: 0.5 + LEAST / 2, y: 0.9 })).toBeNull();
  });
});

describe('changing a box', () => {
  it('moves it as a whole, no further than the edge', () => {
    expect(moved(box, 0.1, -0.1)).toEqual({ ...box, x: 0.3, y: 0.2 });
    expect(moved(box, 9, 9)).toEqual({ ...box, x: 0.6, y: 0.8 });
    expect(moved(box, -9, -9)).toEqual({ ...box, x: 0, y: 0 });
  });

  it('moves the sides that the handle holds, and no other', () => {
    expect(resized(box, 'nw', 0.1, 0.1)).toEqual({ x: 0.3, y: 0.4, width: 0.3, height: 0.1 });
    expect(resized(box, 'e', 0.1, 0.1)).toEqual({ ...box, width: 0.5 });
    expect(resized(box, 's', 0.1, 0.1)).toEqual({ ...box, height: 0.3 });
  });

  it('always makes what the project takes for a box', () => {
    let current = box;
    for (let i = 0; i < 2000; i++) {
      const [dx, dy] = [((i * 37) % 101) / 50 - 1, ((i * 53) % 103) / 50 - 1];
      const handle = HANDLES[i % HANDLES.length] ?? 'e';
      current = i % 3 === 0 ? moved(current, dx, dy) : resized(current, handle, dx, dy);
      expect(boxSchema.safeParse(current).success, JSON.stringify(current)).toBe(true);
      expect(Math.min(current.width, current.height)).toBeGreaterThanOrEqual(LEAST - 1e-4);
    }
  });

  it('goes by the hundredth with the arrow keys', () => {
    expect(nudged(box, 'right', false)).toEqual({ ...box, x: 0.21 });
    expect(nudged(box, 'down', true)).toEqual({ ...box, height: 0.21 });
  });
});

describe('finding a box', () => {
  const large = { id: 'large', box: { x: 0, y: 0, width: 1, height: 1 } };
  const small = { id: 'small', box };

  it('prefers the smaller of two that hold the place', () => {
    expect(boxAt([large, small], { x: 0.3, y: 0.4 })?.id).toBe('small');
    expect(boxAt([small, large], { x: 0.9, y: 0.9 })?.id).toBe('large');
    expect(boxAt([small], { x: 0.9, y: 0.9 })).toBeNull();
  });

  it('finds the handle in reach', () => {
    const reach = { x: 0.02, y: 0.02 };
    expect(handleAt(box, { x: 0.21, y: 0.29 }, reach)).toBe('nw');
    expect(handleAt(box, { x: 0.6, y: 0.4 }, reach)).toBe('e');
    expect(handleAt(box, { x: 0.4, y: 0.51 }, reach)).toBe('s');
    expect(handleAt(box, { x: 0.4, y: 0.4 }, reach)).toBeNull();
    expect(handleAt(box, { x: 0.2, y: 0.9 }, reach)).toBeNull();
  });

  it('sorts them by their image', () => {
    const boxes = { a: { image: 'f/1', box }, b: { image: 'f/2', box }, c: { image: 'f/1', box } };
    expect(
      boxesByImage(boxes)
        .get('f/1')
        ?.map(({ id }) => id),
    ).toEqual(['a', 'c']);
  });

  it('copies only those that are not there yet', () => {
    expect(missingFrom([large, small], [{ id: 'other', box: { ...box } }])).toEqual([large]);
  });
});

it('knows where an image lies that is shown whole', () => {
  expect(contained({ width: 300, height: 200 }, { width: 600, height: 200 })).toEqual({
    ...{ left: 0, top: 50, width: 300, height: 100 },
  });
});
