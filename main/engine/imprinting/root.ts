/**
 * @file Where a function of one variable crosses zero. Pure: runs in the engine and in tests.
 */

/** Far below what a confidence shows. */
const PRECISION = 1e-10;
const MOST_STEPS = 200;

/**
 * The place nearest to `start`, downhill, where f goes from below zero to above it; f must do so somewhere.
 * Walks in steps of `stride` until the sign changes, then closes in by the Illinois variant of false position.
 */
export function crossing(f: (x: number) => number, start: number, stride: number): number {
  let [a, fa] = [start, f(start)];
  const step = fa < 0 ? stride : -stride;
  for (let i = 0; i < MOST_STEPS && fa !== 0; i++) {
    const b = a + step;
    const fb = f(b);
    if (fa < 0 !== fb < 0) return closeIn(f, [a, fa], [b, fb]);
    [a, fa] = [b, fb];
  }
  return a;
}

function closeIn(f: (x: number) => number, [a, fa]: [number, number], [b, fb]: [number, number]): number {
  for (let i = 0; i < MOST_STEPS && Math.abs(b - a) > PRECISION && fb !== 0; i++) {
    const x = (a * fb - b * fa) / (fb - fa);
    const fx = f(x);
    // Halving the value of an end that stays keeps it from staying for ever.
    if (fx < 0 !== fb < 0) [a, fa] = [b, fb];
    else fa /= 2;
    [b, fb] = [x, fx];
  }
  return b;
}
