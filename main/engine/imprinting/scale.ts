/**
 * @file s, the inverse temperature that turns cosines into percentages. Pure: runs in the engine and in tests.
 * Source: METHODS 1b. Maximum likelihood alone would overshoot on few images, so it only ever moves an expectation.
 */
import { requirePositive } from './checks';
import { withinClassCosine } from './cohesion';
import type { HeldOut } from './folds';
import { crossing } from './root';
import { partsOf, type ClassStatistics } from './sums';

/** From this many held-out groups in this many classes on, folds have a say. */
const LEAST_GROUPS = 20;
const LEAST_CLASSES = 3;
/** Standard deviation of ln s around its expectation. */
const PRIOR_SPREAD = 0.4;
/** Keeps s above zero for classes whose images have nothing in common; real ones have a ρ above .4. */
const LEAST_COSINE = 0.01;

export interface Scale {
  /** s, above 0: logit = s·cosine. */
  readonly scale: number;
  /** Whether held-out groups had a say, or only the expectation s₀. */
  readonly fitted: boolean;
}

/** No percentage can be calibrated with one class, or where no class has a second group. */
export function mayShowPercentage(classes: readonly ClassStatistics[]): boolean {
  return classes.length >= 2 && classes.some(({ shots }) => shots >= 2);
}

/**
 * The scale for the softmax over the own classes, or null where no percentage may be shown.
 * @param heldOut folds of the same support set
 * @param effectiveDimension d_e of the backbone, about 25 for EfficientNet-Lite0
 */
export function confidenceScale(
  classes: readonly ClassStatistics[],
  heldOut: readonly HeldOut[],
  effectiveDimension: number,
): Scale | null {
  if (!mayShowPercentage(classes)) return null;
  return scaleFrom(heldOut, expectedScale(classes, effectiveDimension), shotGrowth(classes));
}

/**
 * The scale that held-out groups say where they may have a say, else the expected one.
 * @param growth scale with all shots over that of the folds
 */
export function scaleFrom(heldOut: readonly HeldOut[], expected: number, growth: number): Scale {
  if (heldOut.length < LEAST_GROUPS || new Set(heldOut.map((held) => held.class)).size < LEAST_CLASSES)
    return { scale: expected, fitted: false };
  return { scale: fitScale(heldOut, expected / growth) * growth, fitted: true };
}

/** s₀ = d_e·√ρ/(1-ρ)·mean(n_c/(n_c+1)): the scale to expect before any image was held out. */
export function expectedScale(classes: readonly ClassStatistics[], effectiveDimension: number): number {
  return scaleOfCentres(classes, effectiveDimension) * meanReliability(classes, shotsOf);
}

/** d_e·√ρ/(1-ρ): what s would be with any number of shots. */
export function scaleOfCentres(classes: readonly ClassStatistics[], effectiveDimension: number): number {
  requirePositive('effective dimension', effectiveDimension);
  const cosine = Math.max(LEAST_COSINE, withinClassCosine(classes));
  return (effectiveDimension * Math.sqrt(cosine)) / (1 - cosine);
}

/**
 * s₀ with all shots over s₀ in the folds, which have one shot fewer where there are two or more: with n shots in
 * every class n²/(n²-1). A group that is held out of a class with several prototypes is missing from one of them.
 */
export function shotGrowth(classes: readonly ClassStatistics[]): number {
  return meanReliability(classes, shotsOf) / meanReliability(classes, shotsInFolds);
}

/**
 * The s with the least log loss on held-out groups (each counts once) under the prior ln s ~ N(ln expected, .4²).
 * Where the loss has several such s, the one nearest to the expectation.
 * @param spread standard deviation of ln s around ln expected
 */
export function fitScale(heldOut: readonly HeldOut[], expected: number, spread = PRIOR_SPREAD): number {
  requirePositive('expected scale', expected);
  const slope = (offset: number) => {
    const scale = expected * Math.exp(offset);
    return scale * lossSlope(heldOut, scale) + offset / spread ** 2;
  };
  return expected * Math.exp(crossing(slope, 0, spread));
}

/** d/ds of Σ over groups of the mean -ln softmax(s·cosine) of the true class. */
function lossSlope(heldOut: readonly HeldOut[], scale: number): number {
  let slope = 0;
  for (const { class: own, cosines } of heldOut)
    for (const row of cosines) slope += (expectedCosine(row, scale) - row[own]!) / cosines.length;
  return slope;
}

/** Mean cosine of an image to the classes under its own softmax. */
function expectedCosine(cosines: Float32Array, scale: number): number {
  let most = -Infinity;
  for (let k = 0; k < cosines.length; k++) most = Math.max(most, cosines[k]!);
  let [weights, sum] = [0, 0];
  for (let k = 0; k < cosines.length; k++) {
    const weight = Math.exp(scale * (cosines[k]! - most));
    weights += weight;
    sum += weight * cosines[k]!;
  }
  return sum / weights;
}

/** Shots of each prototype of a class. */
type Shots = (one: ClassStatistics) => readonly number[];

const shotsOf: Shots = (one) => partsOf(one).map(({ shots }) => shots);
const shotsInFolds: Shots = (one) => {
  const parts = shotsOf(one);
  // What came as sums stays in every fold.
  return one.shots < 2 || one.shots === one.given ? parts : parts.map((n) => n - 1 / parts.length);
};

/** Mean over classes of the mean of n/(n+1) over a class's prototypes. */
function meanReliability(classes: readonly ClassStatistics[], shots: Shots): number {
  const ofClass = (parts: readonly number[]): number =>
    parts.reduce((sum, n) => sum + n / (n + 1), 0) / parts.length;
  return classes.reduce((sum, one) => sum + ofClass(shots(one)), 0) / classes.length;
}
