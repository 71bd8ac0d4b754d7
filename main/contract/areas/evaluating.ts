/**
 * @file Calls about how good the classifier is: what is known now, contests of methods, curves, and what own classes cost
 * the base. Shares are fractions; items are named by their ids.
 */
import type {
  BaseReceipt,
  Confusion,
  ClassFigures,
  ConfusedPair,
  Contest,
  Figure,
  LearningCurve,
  OperatingAnswer,
  Reliability,
  SplitRule,
} from '../evaluation';
import type { ClassInfo, WorkProgress } from '../model';
import type { MethodId } from '../training';

/** What questions with known answers came to. `Confusion.items` holds numbers into `items`. */
export interface Answered {
  /** Share of right answers: an accuracy where check items were asked, otherwise an estimate. */
  share: Figure;
  /** Means over the classes that have the figure; null where none has. */
  macro: { precision: number | null; recall: number | null; f1: number | null };
  /** One for each class, by position. */
  perClass: ClassFigures[];
  confusion: Confusion;
  /** Most frequent first. */
  pairs: ConfusedPair[];
  reliability: Reliability;
  /** Item ids of those asked. */
  items: string[];
}

/** What can be told without waiting, of the last answered labels. */
export interface Overview {
  /** Project revision that it is about. */
  revision: number;
  /** Classes by position. */
  classes: (Pick<ClassInfo, 'id' | 'name' | 'kind'> & { images: number; groups: number })[];
  /** Leave-one-out, 'with one image fewer per class'. Null: see `whyNoEstimate`. */
  estimate: Answered | null;
  whyNoEstimate: string | null;
  /** Only this is 'accuracy on this folder'. Null: see `whyNoCheck`. */
  check: Answered | null;
  whyNoCheck: string | null;
  /** What 'none of these' costs and lets through (METHODS 1b); `threshold` null: too few groups, `needed` says how many. */
  rejection: {
    threshold: number | null;
    falseRejectRate: number | null;
    foreignAccepted: number | null;
    /** Why that was not measured although there is a threshold, a sentence. */
    why: string | null;
    groups: number;
    needed: number;
  } | null;
  /** Sentences about the labels, such as images with the same content and different labels. */
  notes: string[];
}

export interface ContestRequest {
  /** In any order; imprinting, which the others are compared with, takes part in any case. */
  methods: MethodId[];
  rule: SplitRule;
  /** Of every draw. */
  seed: number;
}

export interface ContestProgress {
  /** The one that is at work. */
  method: MethodId;
  /** Fits, of all methods together. */
  done: number;
  total: number;
  /** Null until it can be told. */
  secondsLeft: number | null;
}

/** A contest as the project keeps it. `Confusion.items` of its results holds numbers into `items`. */
export interface KeptContest extends Contest {
  id: string;
  /** Class ids by position, as they were. */
  classIds: string[];
  items: string[];
}

/** What a list of kept contests shows. */
export interface ContestSummary extends Pick<
  KeptContest,
  'id' | 'at' | 'revision' | 'protocol' | 'sentence'
> {
  results: { method: MethodId; accuracy: Figure; failed: string | null }[];
}

export interface EvaluationState {
  /** The newest one; null before there was any. */
  contest: KeptContest | null;
  /** Null: none is under way. */
  progress: ContestProgress | null;
  /** Why the last one came to nothing, a sentence. Null where it did, was cancelled, or none was begun. */
  failed: string | null;
}

export interface EvaluatingCalls {
  /** By the newest labels; null before anything is labelled, and while the engine is away. */
  'evaluation:overview': () => Overview | null;
  'evaluation:state': () => EvaluationState;
  /** Begins a contest on a copy of the labels of now; see the event. Refused while one is under way. */
  'evaluation:contest': (request: ContestRequest) => void;
  'evaluation:cancel': () => void;
  /** Newest first. */
  'evaluation:kept': () => ContestSummary[];
  'evaluation:open': (id: string) => KeptContest;
  /** Takes one out of the project's folder, for good; answers what is left. */
  'evaluation:forget': (id: string) => ContestSummary[];
  /** 'Do I need more images?', by imprinting as the project does it; null where nothing is taught. */
  'evaluation:curve': (options: { seed: number }) => LearningCurve | null;
  /**
   * Misses against false alarms of a class that must not be missed, from check items alone.
   * @param miss share of its images that may be missed, above 0 and below 1
   */
  'evaluation:operating': (options: { class: string; miss: number }) => OperatingAnswer | null;
  /** What was measured last; null: not measured. */
  'evaluation:receipt': () => BaseReceipt | null;
  /**
   * Asks for a folder of images of the backbone's own classes (a subfolder for each, named by label or number), and asks the
   * backbone and the joint head about them. Null where that was cancelled.
   */
  'evaluation:base': () => BaseReceipt | null;
  'evaluation:cancelBase': () => void;
  /** Asks for the file's name first; answers its path, null where that was cancelled. @param at id of the contest */
  'evaluation:save': (options: { at: string; as: 'csv' | 'html' }) => string | null;
}

export interface EvaluatingEvents {
  'evaluation:changed': EvaluationState;
  'evaluation:baseProgress': WorkProgress;
}

export const evaluatingChannels: Record<keyof EvaluatingCalls, true> = {
  'evaluation:overview': true,
  'evaluation:state': true,
  'evaluation:contest': true,
  'evaluation:cancel': true,
  'evaluation:kept': true,
  'evaluation:open': true,
  'evaluation:forget': true,
  'evaluation:curve': true,
  'evaluation:operating': true,
  'evaluation:receipt': true,
  'evaluation:base': true,
  'evaluation:cancelBase': true,
  'evaluation:save': true,
};

export const evaluatingEvents: Record<keyof EvaluatingEvents, true> = {
  'evaluation:changed': true,
  'evaluation:baseProgress': true,
};
