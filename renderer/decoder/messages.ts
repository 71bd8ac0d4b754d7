/**
 * @file What the decoder's page and its workers say to each other. Types only.
 */
import type { DecodeJob, DecoderReport, InputMessage } from '../../main/images/decoder/protocol';

/** page → worker. */
export type WorkerJob = DecodeJob;

/** worker → page: passed on to main; the inputs, if any, go to the engine. */
export interface WorkerMessage {
  report: Exclude<DecoderReport, { kind: 'ready' }>;
  inputs: InputMessage[];
}
