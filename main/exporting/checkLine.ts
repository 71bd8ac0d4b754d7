/** @file What an export is checked by: Electron's process and decoder (startCheck.ts), or doubles in tests. Types only. */
import type { Decoding } from '../engine/export/preparedExport';
import type { Metadata } from '../engine/modelFile/metadata';
import type { DecodeResult } from '../images/decoder/protocol';

/** A fresh process that runs the written model, and a decoder of its own. */
export interface CheckLine {
  open(dir: string): Promise<Metadata>;
  /** Decodes a row's file; the pixels go to the process under the id. */
  decode(index: number, decoding: Decoding): { id: number; result: Promise<DecodeResult> };
  /** Probabilities [ids, C] of the open model. */
  run(ids: number[]): Promise<Float32Array>;
  stop(): void;
}
