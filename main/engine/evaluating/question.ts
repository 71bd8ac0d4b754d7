/** @file What a contest of methods is about, as main asks it of the engine. Types only. */
import type { EvaluationProtocol, SplitRule } from '../../contract/evaluation';
import type { ClassInfo } from '../../contract/model';
import type { MethodId } from '../../contract/training';
import type { Looks } from '../guessing/lessonSupport';

export interface KnownImage {
  /** Of the open project, or of the embeddings that come along. */
  readonly row: number;
  /** Position among the classes. */
  readonly class: number;
  /** Images of one group are one shot, and are never torn apart. */
  readonly group: string;
  /** Accepted in bulk: it teaches and is not asked about. */
  readonly bulk: boolean;
  /** Camera, station, vendor; null: not said. */
  readonly domain: string | null;
}

/** Images of which somebody knows what they show. */
export interface KnownImages {
  /** Raw [rows, D]; null: those of the open project. */
  readonly embeddings: { readonly dimension: number; readonly values: Float32Array } | null;
  readonly images: readonly KnownImage[];
}

/** Images outside the project that were read for it, by their bytes; `class` is the base class's number. */
export interface HashedImages {
  readonly hashed: readonly { readonly hash: string; readonly class: number }[];
}

export interface ContestQuestion {
  /** Project revision it is about. */
  readonly revision: number;
  readonly classes: readonly (Pick<ClassInfo, 'id' | 'name'> & Looks)[];
  readonly set: KnownImages;
  /** Of other classes, on which projections learn; null: on the support. */
  readonly others: KnownImages | null;
  readonly base: Pick<EvaluationProtocol, 'base' | 'join' | 'offset'>;
  /** Of base classes, `class` their number; null: not measured. */
  readonly baseImages: KnownImages | HashedImages | null;
  readonly methods: readonly MethodId[];
  readonly rule: SplitRule;
  readonly seed: number;
  /** Teaches with images of some domains and asks about those of others. */
  readonly across: boolean;
  /** D' of learned projections. */
  readonly projection: number;
  /** Gradient steps; null: each method's own. */
  readonly steps: number | null;
}
