/** @file The part of the package jstat that is used here; it brings no types. */
declare module 'jstat' {
  interface Distributions {
    beta: { inv(p: number, alpha: number, beta: number): number };
    normal: { cdf(x: number, mean: number, deviation: number): number };
  }
  const jstat: { jStat: Distributions };
  export default jstat;
}
