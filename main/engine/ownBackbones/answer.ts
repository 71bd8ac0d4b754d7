/**
 * @file What a look at a model of the person's own finds out before anything of it is loaded, and how a refusal is told.
 * Pure: engine, and tests.
 */
import { PersonError } from '../../contract/errors';
import { told } from '../../../strings/words';
import { advice as adviceOf } from './advice';

export type OwnModelKind = 'tfjs-layers' | 'tfjs-graph' | 'savedmodel';

/** One tensor that a model takes or puts out. */
export interface Port {
  /** In a signature its key; in a layers model the layer's name. */
  name: string;
  /** In TensorFlow's small letters, such as 'float32' or 'uint8'; null where the file does not say. */
  dtype: string | null;
  /** -1 is a side of any length; null where the file does not say. */
  shape: number[] | null;
}

export interface Looked {
  kind: OwnModelKind;
  /** Resolved: no part of it is a link. */
  dir: string;
  inputs: Port[];
  outputs: Port[];
}

/** Of one file, and of all files of a model together. */
export const MOST_BYTES = 1024 ** 3;

/** What is wrong with a model, without the sentence around it. */
export class Unfit extends Error {
  override name = 'Unfit';

  constructor(
    why: string,
    /** What a person can do about it. */
    readonly advice: string = adviceOf('any'),
  ) {
    super(why);
  }
}

/** The one sentence for people. */
export const refusal = (dir: string, why: string, advice: string): PersonError =>
  new PersonError(told().engine.modelRefused(dir, why, advice));
