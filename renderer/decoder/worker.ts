/**
 * @file A worker of the hidden, sandboxed decoder window: the only place where bytes of image files are interpreted.
 * Takes one job at a time from the page.
 */
import type { SpokenJob } from '../../main/images/decoder/protocol';
import { speak } from '../../strings/chosen';
import { decode, type Decoded, type Turn } from './decode';
import { toFailure } from './errors';
import type { WorkerMessage } from './messages';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<SpokenJob>) => void;
  postMessage: (message: WorkerMessage, transfer: Transferable[]) => void;
};

scope.onmessage = ({ data }) => void work(data);

async function work(job: SpokenJob): Promise<void> {
  speak(job.spoken);
  const { result, inputs } = await decode(job, turnFor(job.id)).catch((error: unknown): Decoded => ({
    result: { id: job.id, failure: toFailure(error) },
    inputs: [],
  }));
  const pictures = 'hash' in result ? [result, ...result.boxes] : [];
  const bytes = [...inputs.map(({ pixels }) => pixels), ...pictures.map(({ thumbnail }) => thumbnail)];
  const buffers = bytes.map((each) => each?.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
  scope.postMessage({ report: { kind: 'result', result }, inputs }, buffers);
}

/** The lock is shared by all workers and freed when one ends, however it ends. */
function turnFor(id: number): Turn {
  return (work) => {
    scope.postMessage({ report: { kind: 'waiting', id }, inputs: [] }, []);
    return navigator.locks.request('big-picture', () => {
      scope.postMessage({ report: { kind: 'started', id }, inputs: [] }, []);
      return work();
    });
  };
}
