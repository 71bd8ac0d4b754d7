/**
 * @file Calls main may make of the engine (a utilityProcess), and what the engine reports by itself. Types only.
 */
import type { SumSpace } from '../classFiles/space';
import type { LooksGain } from '../contract/areas/looks';
import type { MapState } from '../contract/areas/map';
import type { JoinReport, TrainingRequest } from '../contract/areas/training';
import type { ContestProgress } from '../contract/areas/evaluating';
import type { Arranging, Mislabelled, Similar } from '../contract/areas/search';
import type { LearningCurve, OperatingAnswer } from '../contract/evaluation';
import type { Framing, ExportFormat, ItemDetails } from '../contract/model';
import type { BaseImpact } from './evaluating/baseImpact';
import type { ContestRows } from './evaluating/contest';
import type { OverviewRows } from './evaluating/overview';
import type { Strangers } from './embeddings/forgetting';
import type { ContestQuestion } from './evaluating/question';
import type { ExportAbout } from './export/describe';
import type { ExportFacts, WrittenModel } from './export/preparedExport';
import type { Answer } from './guessing/guesser';
import type { Begun, HeadReport } from './heads/report';
import type { Lesson } from './guessing/lesson';
import type { RejectionReport } from './guessing/rejections';
import type { SummedLesson } from './guessing/summed';
import type { Metadata } from './modelFile/metadata';
import type { Classified } from './modelFile/modelRoom';
import type { DoubtfulQuery } from './searching/doubtful';
import type { SimilarQuery } from './searching/similar';
import type { TuningEngineCalls, TuningEngineEvents } from './tuning/protocol';

export interface EngineCalls extends TuningEngineCalls {
  /** Loads the backbone, writing its SavedModel into `modelCache` the first time. */
  load: (options: { backboneDir: string; modelCache: string }) => EngineReady;
  /**
   * Takes up a project: its kept embeddings for this framing, and no rows yet.
   * @param options.shipped folder of the shipped backbone that it is seen by, which takes the place of another one that is
   * loaded; absent: the one that is; null: its own is not installed here, and it is not taken up
   * @param options.called what the project calls the one that is not installed; null or absent: it is
   * @param options.tuned folder of the tuned backbone that it is seen by; null or absent: the shipped one
   * @param options.given folder of sums that classes were given; absent: there are none
   */
  open: (options: {
    sidecar: string;
    framing: Framing;
    readOnly: boolean;
    shipped?: string | null;
    called?: string | null;
    tuned?: string | null;
    given?: string;
  }) => Opened;
  /**
   * Content hashes of the images that were embedded under a framing at any time and are kept; the open project stays as it is.
   * @param options.backbone another one than the loaded one, of which boxes are told of as well
   */
  keptFor: (options: { sidecar: string; framing: Framing; backbone?: BackboneFacts }) => string[];
  /** Hashes of all embeddings of the open project that are not among these, in any space; takes them out of its files where `really`. */
  forgetEmbeddings: (options: { keep: string[]; really: boolean }) => Strangers;
  /** Which row holds which content hash; null: no longer there. Rows not named keep theirs. */
  setItems: (rows: { index: number; hash: string | null }[]) => { missing: number[] };
  /** Guesses for all rows and the estimate; a newer lesson makes an older one moot. */
  teach: (lesson: Lesson) => Answer;
  /** Finds the base classes that an answer left out because they were too many to wait for; then it is time to teach again. */
  completeBase: () => void;
  details: (index: number) => ItemDetails;
  /** All rows with an embedding by their cosine to some, best first; none where those asked about have none. */
  similar: (query: SimilarQuery) => Similar;
  /** Every row with an embedding but those left out, alike ones beside each other; null where cancelled. See `arranging`. */
  arrange: (options: { leftOut: number[] }) => Uint32Array | null;
  cancelArrange: () => void;
  /** Rows to look at next by the last answered lesson, none before there was one. */
  doubtful: (query: DoubtfulQuery) => Uint32Array;
  /** Labelled rows that another class is nearer to, by the last answered lesson, whose classes are named. */
  mislabelled: () => Mislabelled[];
  /** Whether several prototypes tell a class better than one, by the last answered lesson. */
  looks: (options: { class: string }) => LooksGain;
  /** Begins the map of what has an embedding now; see the event `map`. */
  startMap: (options: { seed: number }) => void;
  cancelMap: () => void;
  /** Ends what is under way and forgets what is shown: nothing more is said of it. */
  closeMap: () => void;
  /** Raw embeddings [rows, D] to float32 precision of those of the rows that have one, and these rows. */
  embeddings: (options: { rows: number[] }) => EmbeddingBlock;
  /** What is known of the last answered lesson without asking anything new; null before there was one. */
  overview: () => OverviewRows | null;
  /** Methods on the same splits, one contest at a time; null where cancelled. See `contestProgress`. */
  contest: (question: ContestQuestion) => ContestRows | null;
  cancelContest: () => void;
  /** [K] what the backbone's own classes are called. */
  baseLabels: () => string[];
  /**
   * What own classes, by a lesson that stands beside base classes, cost these: images by the content that was embedded for the
   * open project, each with the number of its base class.
   */
  baseImpact: (options: { lesson: Lesson; images: { hash: string; class: number }[] }) => BaseImpact;
  /** What more shots would bring, by the last answered lesson; null where it taught nothing. */
  curve: (options: { seed: number }) => LearningCurve | null;
  /** Misses against false alarms of a class by its id, from check items; null before there was a lesson. */
  operating: (options: { class: string; miss: number }) => OperatingAnswer | null;
  /** What 'none of these' costs and lets through, by the last answered lesson; null before there was one. */
  rejection: () => RejectionReport | null;
  /** Learns the lesson for an export, which the next three calls are about; guesses that are shown stay as they are. */
  prepareExport: (options: { lesson: Lesson; about: ExportAbout }) => ExportFacts;
  /** Writes one format into `folder`, which must not exist; whatever goes wrong, the caller removes it. */
  writeExport: (options: { format: ExportFormat; folder: string }) => WrittenModel;
  /** Probabilities [rows, classes] of the prepared lesson for rows that have an embedding, by rows. */
  exportReference: (options: { rows: number[] }) => { classes: string[]; probabilities: Float32Array };
  /**
   * Begins to train a head on a copy of what the lesson teaches; see the event `head`. A run that is under way, and what came of
   * the one before, are given up.
   */
  startHead: (options: { lesson: Lesson; request: TrainingRequest }) => Begun;
  cancelHead: () => void;
  /** Forgets what the last run came to. */
  forgetHead: () => void;
  /** How own classes stand beside the backbone's, by the last answered lesson; null while they stand alone. */
  joinReport: () => JoinReport | null;
  /** Writes the weights of the last run's head. */
  writeHead: (options: { file: string }) => void;
  /** Frees what an export held. */
  endExport: () => void;
  /** What sums of the open project's classes are sums of. */
  sumSpace: () => SumSpace;
  /** Classes of a lesson as class files have them. */
  summedClasses: (options: { lesson: Lesson }) => SummedLesson;
  /** Loads an exported model: pixels that come are classified by it, and not embedded, until `closeModel`. */
  openModel: (options: { dir: string }) => Metadata;
  closeModel: () => void;
  /** Embeds pixels that nobody needs, with the machine to itself: how fast the engine can be. */
  measure: (options: { images: number }) => { seconds: number };
  memory: () => { rss: number; tensors: number };
}

export interface Opened {
  /** Kept on the disk. */
  embeddings: number;
  /** A sentence why nothing can be asked about the project; null: it is taken up. */
  refused: string | null;
}

/** What embeddings files tell backbones apart by. */
export interface BackboneFacts {
  /** See `backboneHash`. */
  hash: string;
  /** Values of an embedding. */
  dimension: number;
}

export interface EmbeddingBlock {
  rows: number[];
  /** D. */
  dimension: number;
  /** [rows, D] */
  values: Float32Array;
}

export interface EngineReady {
  tensorflow: string;
  backbone: string;
  /** Side of the square input, pixels. */
  inputSize: number;
}

export interface EngineEvents extends TuningEngineEvents {
  /** The map, or how far it is. */
  map: MapState;
  /** How far a head's training is, and what came of it. */
  head: HeadReport;
  /** How far an arrangement is. */
  arranging: Arranging;
  /** How far a contest is. */
  contestProgress: ContestProgress;
  /** Something the person should know: nothing is lost by it. */
  problem: { sentence: string };
  /** These decode jobs are embedded and on their way to disk. */
  embedded: { ids: number[] };
  /** These could not be embedded although they decoded (never expected: a broken backbone). */
  rejected: { ids: number[]; reason: string };
  /** These decode jobs were classified by the open model. */
  classified: { answers: Classified[] };
}
