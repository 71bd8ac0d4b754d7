/** @file What a model is tried by: Electron's process and decoder (startLine.ts), or doubles in tests. Types only. */
import type { DecodeResult } from '../images/decoder/protocol';
import type { TryCalls } from './trying/protocol';

export interface TryLine {
  /** Its process has ended. */
  readonly isOver: boolean;
  /** @throws PersonError where the process ends or gives no answer */
  call<N extends keyof TryCalls>(name: N, arg: Parameters<TryCalls[N]>[0]): Promise<ReturnType<TryCalls[N]>>;
  /** Decodes a file to a square of that side; the pixels go to the process under the id. */
  decode(file: string, side: number): { id: number; result: Promise<DecodeResult> };
  /** @param why what calls under way end in */
  stop(why: Error): void;
}
