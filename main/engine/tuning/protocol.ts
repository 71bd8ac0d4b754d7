/** @file What main asks of the engine to tune a backbone, and what it is told. Types only. */
import type { KeptTuning, TuningEpoch, TuningReport, TuningRequest } from '../../contract/areas/tuning';

/** A labelled item. */
export interface TuningItem {
  /** `embeddingHash` of it. */
  readonly key: string;
  /** Position among the classes. */
  readonly class: number;
  readonly group: string;
  /** Accepted in bulk. */
  readonly bulk: boolean;
}

export interface TuningOutcome {
  readonly report: TuningReport;
  readonly best: number;
  /** Positions of the items that the weights depend on: those that taught, and those that said when to stop. */
  readonly learnt: readonly number[];
  /** Of the items that took part. */
  readonly images: number;
  readonly groups: number;
  readonly classes: number;
  /** Items without features: their images could not be read again. */
  readonly leftOut: number;
}

/** What lies beside a tuned backbone: where it comes from. */
export interface TunedAbout extends KeptTuning {
  readonly schema: 1;
  /** Items by id that it learnt from, the class by id that each was labelled with, and the item's `embeddingHash`. */
  readonly learnt: readonly (readonly [item: string, of: string, key: string])[];
}

export interface TuningEngineCalls {
  /**
   * Takes up a training: which items' features are kept already. From now on pixels of the others that come from the decoder are
   * turned into features, see the event `featured`; one training at a time.
   * @param folder for features, null: they are held in memory
   * @returns positions of items that have none yet
   */
  tuningBegin: (options: { folder: string | null; items: TuningItem[] }) => { missing: number[] };
  /** Trains on the items that have features, see the event `tuning`. Rejects with the reason when it is ended meanwhile. */
  tuningTrain: (request: TuningRequest) => TuningOutcome;
  /** Writes the backbone that was trained into a new folder below `parent`, whole or not at all. */
  tuningWrite: (options: { parent: string; about: TunedAbout }) => { id: string };
  /** Ends what is under way and forgets it. */
  tuningEnd: () => void;
}

export interface TuningEngineEvents {
  /** These decode jobs were looked at by the training that was begun: it has their features, or needs none. */
  featured: { ids: number[] };
  /** How far the training is, 0 to 1 of all epochs, and what its epochs came to. */
  tuning: { done: number; epochs: TuningEpoch[] };
}
