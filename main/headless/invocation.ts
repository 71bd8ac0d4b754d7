/** @file What a person asked for, once their words are understood: paths absolute, values checked. Types only. */
import type { ChannelOrder, Normalisation } from '../contract/areas/ownBackbones';
import type { ExportFormat, ProjectSettings } from '../contract/model';
import type { MethodId } from '../contract/training';
import type { Part } from './bench/sets';

/** Files that are written, and whether they may take the place of others. */
export interface Written {
  json: string | null;
  force: boolean;
}

export interface ImprintOptions extends Written {
  folder: string;
  /** null: the project's own, which in a new one is 'none'. */
  base: ProjectSettings['base'] | null;
  /** null: the project's own, which in a new one is 'replace'. */
  join: ProjectSettings['join'] | null;
  baseImages: string | null;
  /** The class that is none of the others; null: whatever the project says. */
  background: string | null;
  /** Class files, and the folder of an exported model, whose classes are there besides FOLDER's. */
  given: { classes: string[]; from: string | null };
  /** Id; null: the project's own, which in a new one is the usual one. */
  backbone: string | null;
  /** Images per class that teach, drawn by `seed`; null: all teach. */
  draw: { shots: number; seed: number } | null;
  project: string | null;
  export: { folder: string; formats: ExportFormat[] } | null;
}

export interface ClassifyOptions extends Written {
  folder: string;
  source: { model: string } | { project: string };
  csv: string | null;
}

export interface EvaluateOptions extends Written {
  /** One subfolder per class; with `embeddings` it is looked into only where no CSV lies beside them. */
  folder: string;
  base: ProjectSettings['base'];
  join: ProjectSettings['join'];
  /** γ */
  offset: number;
  baseImages: string | null;
  backbone: string;
  /** NumPy file; null: the images are read. */
  embeddings: string | null;
  /** Images of other classes, in a folder or as a NumPy file. */
  others: string | null;
  /** 'camera', 'file', or the name of a column; null: support and queries are drawn from all. */
  across: string | null;
  rule:
    | { kind: 'leave-one-out' }
    | { kind: 'k-fold'; folds: number }
    /** An evaluation for each number of shots. `ways` null: all classes. */
    | { kind: 'episodes'; ways: number | null; shots: number[]; episodes: number };
  seed: number;
  methods: MethodId[];
  projection: number;
  /** null: each method's own. */
  steps: number | null;
  csv: string | null;
  html: string | null;
}

export interface BenchOptions extends Written {
  /** What is measured. */
  only: readonly Part[];
  runs: number;
  /** At most this many images of each set, for a quick look; null: all. */
  images: number | null;
}

export interface LabellingOptions extends Written {
  /** Numbers of images, the smallest first. */
  images: readonly number[];
  /** Makes what is kept for later runs, and measures nothing. */
  prepareOnly: boolean;
}

export interface EffortOptions extends Written {
  folder: string;
  /** Each an order in which the images come. */
  seeds: readonly number[];
  /** Images at the folder's root are a class of their own; otherwise they are left out. */
  rest: boolean;
}

export interface BackboneAddOptions extends Written {
  folder: string;
  /** null: as the folder is called. */
  name: string | null;
  licence: string | null;
  /** null: the likeliest. */
  output: string | null;
  /** Pixels; null: the model's, or the usual one. */
  side: number | null;
  /** null: not told. */
  normalise: Normalisation | null;
  colour: ChannelOrder;
  /** Compares, and adds nothing. */
  compare: boolean;
}

export interface BackboneRemoveOptions extends Written {
  /** Of one of the person's own. */
  id: string;
}

/** A part of the bench that runs in a process of its own and is asked for by the bench alone. */
export type BenchPart =
  { name: 'start' } | { name: 'window'; folder: string } | { name: 'labelling'; plan: string };

export type Invocation =
  | { command: 'imprint'; options: ImprintOptions }
  | { command: 'classify'; options: ClassifyOptions }
  | { command: 'evaluate'; options: EvaluateOptions }
  | { command: 'backbones'; options: Written }
  | { command: 'backbone-add'; options: BackboneAddOptions }
  | { command: 'backbone-remove'; options: BackboneRemoveOptions }
  | { command: 'bench'; options: BenchOptions }
  | { command: 'bench-labelling'; options: LabellingOptions }
  | { command: 'bench-effort'; options: EffortOptions }
  | { command: 'bench-part'; part: BenchPart }
  /** Help, or the version: printed as it is. */
  | { command: 'text'; text: string };
