/**
 * @file The page's port to main: jobs come in, reports go out, those of one moment together. Runs in the decoder's
 * page.
 */
import type { DecodeJob, DecoderReport } from '../../main/images/decoder/protocol';

export class MainPort {
  #waiting: DecoderReport[] = [];

  constructor(
    private readonly port: MessagePort,
    onJob: (job: DecodeJob) => void,
  ) {
    port.onmessage = ({ data }: MessageEvent<DecodeJob>) => onJob(data);
  }

  report(report: DecoderReport): void {
    if (this.#waiting.push(report) === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    this.port.postMessage(this.#waiting);
    this.#waiting = [];
  }
}
