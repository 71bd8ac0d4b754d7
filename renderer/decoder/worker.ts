/**
 * @file A worker of the hidden, sandboxed decoder window: the only place where bytes of image files are interpreted.
 * Takes one job at a time from the page.
 */
import type { DecodeJob } from '../../main/images/decoder/protocol';
import { decode, type Decoded, type Turn } from './decode';
import { toFailure } from './errors';
import type { WorkerMessage } from './messages';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<DecodeJob>) => void;
  postMessage: (message: WorkerMessage, transfer: Transferable[]) => void;
};

scope.onmessage = ({ data }) => void work(data);

async function work(job: DecodeJob): Promise<void> {
  const { result, input } = await decode(job, turnFor(job.id)).catch((error: unknown): Decoded => ({
    result: { id: job.id, failure: toFailure(error) },
    input: null,
  }));
  const thumbnail = 'thumbnail' in result ? result.thumbnail : null;
  const buffers = [input?.pixels.buffer, thumbnail?.buffer].filter((buffer) => buffer instanceof ArrayBuffer);
  scope.postMessage({ report: { kind: 'result', result }, input }, buffers);
}

/** The lock is shared by all workers and freed when one ends, however it ends. */
function turnFor(id: number): Turn {
  return (work) => {
    scope.postMessage({ report: { kind: 'waiting', id }, input: null }, []);
    return navigator.locks.request('big-picture', () => {
      scope.postMessage({ report: { kind: 'started', id }, input: null }, []);
      return work();
    });
  };
}
