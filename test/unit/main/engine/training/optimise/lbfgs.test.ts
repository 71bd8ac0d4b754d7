/** @file Minimising by limited-memory BFGS. */
import { describe, expect, it } from 'vitest';
import { minimise } from '../../../../../../main/engine/training/optimise/lbfgs';

/** Rosenbrock's valley in 2n dimensions: its floor is bent, its bottom at (1, 1, …). */
function valley(x: Float64Array) {
  const gradient = new Float64Array(x.length);
  let value = 0;
  for (let i = 0; i < x.length; i += 2) {
    const [a, b] = [x[i]!, x[i + 1]!];
    value += 100 * (b - a * a) ** 2 + (1 - a) ** 2;
    gradient[i] = -400 * a * (b - a * a) - 2 * (1 - a);
    gradient[i + 1] = 200 * (b - a * a);
  }
  return { value, gradient };
}

const search = { tolerance: 1e-8, most: 500, between: () => Promise.resolve() };

describe('minimise', () => {
  it('finds the bottom of a bent valley', async () => {
    const found = await minimise(valley, Float64Array.of(-1.2, 1, 2, -3), search);
    for (const value of found) expect(value).toBeCloseTo(1, 7);
  });

  it('stays where there is nothing to do', async () => {
    const start = Float64Array.of(1, 1);
    expect(await minimise(valley, start, search)).toBe(start);
  });

  it('takes as many steps as it may, each further down', async () => {
    const values: number[] = [];
    const between = (_: number, value: number) => Promise.resolve(void values.push(value));
    await minimise(valley, Float64Array.of(-1.2, 1), { ...search, most: 7, between });
    expect(values).toHaveLength(7);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
  });

  it('ends where rounding lets it go no further down', async () => {
    const rough = (x: Float64Array) => ({ value: Math.round(x[0]!) ** 2, gradient: Float64Array.of(1e-3) });
    expect(await minimise(rough, Float64Array.of(0.2), search)).toEqual(Float64Array.of(0.2));
  });

  it('passes on what ends it', async () => {
    const between = () => Promise.reject(new Error('enough'));
    await expect(minimise(valley, Float64Array.of(0, 0), { ...search, between })).rejects.toThrow('enough');
  });
});
