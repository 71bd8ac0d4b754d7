/**
 * @file A decoder window without Electron: keeps what it was given, says what the test tells it to say.
 */
import type { DecoderHost, HostListeners } from '../../../../../main/images/decoder/host';
import type { DecodeJob, DecodeResult } from '../../../../../main/images/decoder/protocol';

export class FakeHost implements DecoderHost {
  readonly posted: DecodeJob[] = [];
  ports = 0;
  destroyed = false;

  constructor(private readonly listeners: HostListeners) {}

  post(job: DecodeJob): void {
    this.posted.push(job);
  }

  sendPort(): void {
    this.ports++;
  }

  destroy(): void {
    this.destroyed = true;
  }

  say(report: unknown): void {
    this.listeners.onReport(report);
  }

  ready(): void {
    this.say({ kind: 'ready' });
  }

  begin(...ids: number[]): void {
    for (const id of ids) this.say({ kind: 'started', id });
  }

  finish(...ids: number[]): void {
    for (const id of ids) this.say({ kind: 'result', result: success(id) });
  }

  die(): void {
    this.listeners.onGone('Its process ended (crashed).');
  }

  ids(): number[] {
    return this.posted.map(({ id }) => id);
  }
}

export function success(id: number, hash = 'a'.repeat(64)): DecodeResult {
  const seen = { capturedAt: null, camera: null, pixelHash: '0'.repeat(16) };
  return { id, hash, width: 4, height: 3, thumbnail: null, boxes: [], ...seen };
}
