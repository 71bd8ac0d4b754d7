import { describe, expect, it } from 'vitest';
import {
  AT_MOST,
  inView,
  PICTURE_ROOM,
  pictureLevel,
  withRoom,
} from '../../../../../renderer/logic/map/pictures';

/** Points that look scattered and are the same each time. */
const world = Float32Array.from({ length: 2000 }, (_, i) => ((i * 7919) % 9973) / 10);
const rows = Uint32Array.from({ length: 1000 }, (_, row) => row);

describe('pictures on the map', () => {
  it('never overlap, and fill the room there is', () => {
    const k = 1.3;
    const chosen = withRoom(world, rows, k);
    const apart = (one: number, other: number) =>
      k *
      Math.max(
        Math.abs((world[2 * one] ?? 0) - (world[2 * other] ?? 0)),
        Math.abs((world[2 * one + 1] ?? 0) - (world[2 * other + 1] ?? 0)),
      );
    for (const one of chosen) {
      for (const other of chosen)
        if (one !== other) expect(apart(one, other)).toBeGreaterThanOrEqual(PICTURE_ROOM);
    }
    const left = [...rows].filter((row) => !chosen.includes(row));
    for (const row of left) expect(chosen.some((one) => apart(one, row) < PICTURE_ROOM)).toBe(true);
  });

  it('are more the nearer one looks, and begin where few dots are in view', () => {
    expect(withRoom(world, rows, 4).length).toBeGreaterThan(withRoom(world, rows, 1).length);
    expect(pictureLevel(100, 1)).not.toBeNull();
    expect(pictureLevel(50_000, 1)).toBeNull();
    expect(pictureLevel(50_000, 20)).not.toBeNull();
  });

  it('stay when the map moves, and only those in view are drawn', () => {
    const chosen = withRoom(world, rows, 2);
    const size = { width: 600, height: 400 };
    const seen = inView(world, chosen, { x: -200, y: -300, k: 2 }, size);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(chosen.length);
    for (const row of seen) expect(chosen).toContain(row);
    const everything = { width: 9000, height: 9000 };
    expect(inView(world, [...rows], { x: 0, y: 0, k: 2 }, everything)).toHaveLength(AT_MOST);
  });
});
