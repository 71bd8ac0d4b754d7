/**
 * @file Calls main may make of the process that checks an export. Types only. It is a fresh one for every export, so
 * that nothing but the written files can answer; pixels come to it from a decoder, as they come to the engine.
 */
import type { Metadata } from '../../engine/modelFile/metadata';

export interface CheckCalls {
  /** Loads a model from its folder; the one before is freed. */
  open: (options: { dir: string }) => Metadata;
  /** Runs the open model on the inputs of these decode jobs; they may still be on their way. Keeps the inputs: models share them. */
  run: (options: { ids: number[] }) => { probabilities: Float32Array };
}
