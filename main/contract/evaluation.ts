/**
 * @file What an evaluation says, as the window, the reports and the commands share it. Types only. Shares are fractions here;
 * the JSON of commands has accuracies in percent.
 */
import type { MethodId } from './training';

/** Lower and upper end, fractions. */
export type Interval = [low: number, high: number];

/** A figure never comes without what it was counted on, or why it could not be. */
export interface Figure {
  /** Fraction; null: not measured, or too little to say. */
  value: number | null;
  /** 95 %. */
  interval: Interval | null;
  /** Images it was counted on. */
  n: number;
  /** Independent groups among them. */
  groups: number;
  /** Why value or interval is null, a sentence; null where nothing is missing. */
  why: string | null;
}

/** How images were divided into those that teach and those that are asked. Groups are never torn apart. */
export type SplitRule =
  /** One group of every class that has two or more is held out in each fold (METHODS 1). */
  | { kind: 'leave-one-out' }
  /** k folds; groups of each class dealt out evenly. */
  | { kind: 'k-fold'; folds: number }
  /** `ways` classes (null: all), `shots` groups of each teach, the others are asked. */
  | { kind: 'episodes'; ways: number | null; shots: number; episodes: number };

export interface EvaluationProtocol {
  /** Counts up when the same words would give other figures. */
  version: number;
  /** Of every draw. */
  prng: 'xoroshiro128plus';
  seed: number;
  rule: SplitRule;
  /** Asked were only images of other domains (cameras, places, vendors) than those that taught. */
  across: boolean;
  /** Bootstrap replicates that intervals of episodes come from; 0 for folds. */
  replicates: number;
  images: number;
  groups: number;
  classes: number;
  base: 'none' | 'imagenet';
  join: 'replace' | 'append';
  offset: number;
  projection: number;
  /** SHA-256 of units, lengths, labels and groups, in order: the same data or not. */
  embeddingHash: string;
}

/** A class by what was asked of it and what was answered. */
export interface ClassFigures {
  /** Position among the classes. */
  class: number;
  /** Of what was called so, the share that is so; n and groups count what was called so. */
  precision: Figure;
  /** Of what is so, the share that was called so; n and groups count the class's own images. */
  recall: Figure;
  f1: number | null;
}

export interface Confusion {
  /** [C][C + 1] images of the class of the row that were called the class of the column; the last: a base class. */
  counts: number[][];
  /** Row numbers (of the evaluated set, each once) in each cell that is not empty, by `row * (C + 1) + column`. */
  items: Record<number, number[]>;
}

/** Expected calibration error over equal-width bins (Guo et al. 2017) with the bins that it is made of. */
export interface Reliability {
  /** Fraction; null: no percentages are shown, or too few images. */
  error: number | null;
  bins: { from: number; to: number; n: number; confidence: number; accuracy: number; interval: Interval }[];
  n: number;
  why: string | null;
}

/** How much more one method had right than another on the same splits, fractions. */
export interface Difference {
  value: number;
  /** 95 %. Null: too few groups, or episodes without replicates. */
  interval: Interval | null;
  /** Of no difference; two-sided. */
  p: number | null;
  /** The same among all methods that were compared (Holm 1979). */
  pHolm: number | null;
}

/** What one method came to on the splits of a protocol. */
export interface MethodResult {
  method: MethodId;
  /** All-way: among all classes the head has. */
  accuracy: Figure;
  /** Half of the 95 % interval by which the mean of so many episodes may be off the mean of all; null: nothing was drawn. */
  monteCarlo: number | null;
  /** Share that was right in each split, in the order of the protocol; null where nothing was asked. */
  perSplit: (number | null)[];
  /** Means over classes; `macro` is that of recall. */
  macro: number | null;
  macroPrecision: number | null;
  macroF1: number | null;
  /** Share of right answers, each image weighing the same, whichever group it is of. */
  micro: number | null;
  base: Figure;
  harmonicMean: number | null;
  /** Base and novel images counted once each. */
  all: Figure;
  /** Difference to imprinting on the same splits, in fractions; null for imprinting itself. */
  difference: Difference | null;
  /** The difference in words; null for imprinting itself. */
  sentence: string | null;
  /** Median time of one fit and of its answers, seconds. */
  seconds: { fit: number; predict: number };
  perClass: ClassFigures[];
  confusion: Confusion;
  confusedPairs: ConfusedPair[];
  reliability: Reliability;
  /** Why it was left out, a sentence; its figures are null then. */
  failed: string | null;
}

export interface Contest {
  /** ISO time it was finished. */
  at: string;
  /** Project revision it was about. */
  revision: number;
  protocol: EvaluationProtocol;
  /** Names of the classes by position. */
  classes: string[];
  /** Classes that were never asked: too few groups. */
  unasked: number[];
  /** What is odd about the images, sentences: one picture with two labels, copies in several groups. */
  notes: string[];
  results: MethodResult[];
  /** Plain sentence: is any of them really better? */
  sentence: string;
}

/** 'Do I need more images?': the same classes and the same questions at every n. */
export interface LearningCurve {
  points: { shots: number; accuracy: Figure }[];
  /** Classes it is about, and those that have too few groups. */
  classes: number[];
  tooFew: number[];
  sentence: string;
}

/** Two classes of which one was taken for the other. */
export interface ConfusedPair {
  /** Positions among the classes; `guessed` null: a class of the backbone. */
  class: number;
  guessed: number | null;
  /** Images of `class` that were called `guessed`, of so many. */
  n: number;
  of: number;
}

/** Where to call an image one of a class that must not be missed. Cases are images of the class, others are all the rest. */
export interface OperatingPoint {
  /** The class is called from this confidence on, a fraction (a cosine where no percentages are shown). */
  threshold: number;
  /** Share of cases below it, and what it is at most with 95 % certainty (one-sided). */
  misses: number;
  missesAtMost: number;
  /** Share of the others from it on, and what it is at most with 95 % certainty (one-sided). */
  falseAlarms: number;
  falseAlarmsAtMost: number;
}

export interface OperatingCurve {
  /** Position among the classes. */
  class: number;
  /** What thresholds are. */
  scale: 'confidence' | 'cosine';
  /** By threshold, the least first; empty where there are too few cases to say anything. */
  points: OperatingPoint[];
  /** Share of cases that may be missed, as it was asked. */
  wanted: number;
  /** The point with the fewest false alarms of which the misses are at most `wanted` with 95 % certainty; null: see `why`. */
  chosen: OperatingPoint | null;
  cases: { n: number; groups: number };
  others: { n: number; groups: number };
  /** Independent cases that `wanted` needs at least. */
  needed: number;
  why: string | null;
  sentence: string;
}

/** What one class would take to be missed as seldom. */
export interface ClassThreshold {
  /** Position among the classes. */
  class: number;
  /** null: too few images of it were checked. */
  point: OperatingPoint | null;
  /** Its images in the check, and the groups among them. */
  cases: { n: number; groups: number };
}

/** A curve of one class, beside what the same wanted share asks of every class. */
export interface OperatingAnswer extends OperatingCurve {
  perClass: ClassThreshold[];
}

/** What the own classes cost those of the backbone, on images of base classes that a person gave. */
export interface BaseReceipt {
  /** ISO time it was measured, and the project revision that it is about. */
  at: string;
  revision: number;
  /** Name of the folder, without its path. */
  folder: string;
  images: number;
  classes: number;
  /** Accuracy of the backbone alone, and of the joint head (all-way). */
  before: Figure;
  after: Figure;
  join: 'replace' | 'append';
  /** Images the backbone alone names rightly that now go to an own class. */
  lost: number;
  sentence: string;
}
