/**
 * @file What an exported model says of one image, in words and numbers. Pure: runs in the engine and in tests.
 */
import { knownOf, type NoneReason } from '../../contract/none';
import { bestOf } from '../guessing/table';
import type { Metadata } from './metadata';

export interface ModelAnswer {
  /** Of the most probable class. */
  label: string;
  /** Its probability, a fraction; no percentage to show unless the model is calibrated. */
  confidence: number;
  /**
   * Whether the image is like the own class that won; false where that is the background; null where no threshold was
   * measured, or a base class won.
   */
  known: boolean | null;
  /** Why it is none of the classes; null where it may be one. */
  none: NoneReason | null;
  /** Best five, best first. */
  top: { label: string; confidence: number }[];
}

const TOP = 5;

/** @param probabilities [C] @param logits [C] of one image */
export function answerOf(probabilities: Float32Array, logits: Float32Array, metadata: Metadata): ModelAnswer {
  const { classes, rejection } = metadata;
  const order = bestOf(probabilities, TOP);
  const top = order.map((c) => ({ label: classes[c]!.label, confidence: probabilities[c]! }));
  const [best = 0] = order;
  const { base, kind } = classes[best]!;
  const measured = rejection.logit !== null && !base;
  const told = knownOf(kind === 'background', measured ? logits[best]! >= rejection.logit! : null);
  return { label: top[0]!.label, confidence: top[0]!.confidence, ...told, top };
}
