/**
 * @file What the decoder's page and its workers say to each other. Types only.
 */
import type { DecodeJob, DecoderReport, InputMessage } from '../../main/images/decoder/protocol';

/** page → worker. */
export type WorkerJob = DecodeJob;

/** worker → page: passed on to main; the input, if any, goes to the engine. */
export interface WorkerMessage {
  report: Exclude<DecoderReport, { kind: 'ready' }>;
  input: InputMessage | null;
}
