/**
 * @file The beta distribution, and from it what a share is at most (Clopper, Pearson, Biometrika 26, 1934). Pure: runs in the
 * engine and in tests. Numerics: Press et al., 'Numerical Recipes', sections 6.1 and 6.4.
 */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const SHIFT = 7;
const MOST_TERMS = 500;
const PRECISION = 1e-15;
/** Keeps a denominator of the continued fraction from vanishing. */
const TINY = 1e-300;

/**
 * The upper end of the one-sided interval: the share is at most this with so much certainty.
 * @param k how many of n; neither need be whole (see [Note: interval of a share]), n above 0
 */
export function shareAtMost(k: number, n: number, certainty = 0.95): number {
  return n - k <= 0 ? 1 : betaQuantile(certainty, k + 1, n - k);
}

/** x in [0, 1] with I_x(a, b) = p, by bisection. */
function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let middle = 0.5; middle > low && middle < high; middle = (low + high) / 2)
    if (betaShare(middle, a, b) < p) low = middle;
    else high = middle;
  return high;
}

/** I_x(a, b), the regularised incomplete beta function. */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b);
  const front = Math.exp(scale + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** Lentz's evaluation of the continued fraction. */
function fraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let [c, d] = [1, 1 / away(1 - ((a + b) * x) / (a + 1))];
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}

/** ln Γ(x) for x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const terms = LANCZOS.reduce((total, term, i) => total + (i === 0 ? term : term / (x - 1 + i)));
  const t = x - 1 + SHIFT + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(terms);
}
