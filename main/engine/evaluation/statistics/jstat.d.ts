/** @file The part of the package jstat that is used here; it brings no types. */
declare module 'jstat' {
  interface Distributions {
    beta: { inv(p: number, alpha: number, beta: number): number };
    studentt: { inv(p: number, freedom: number): number; cdf(x: number, freedom: number): number };
  }
  const jstat: { jStat: Distributions };
  export default jstat;
}
