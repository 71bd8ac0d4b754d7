/**
 * @file The hidden decoder window's page: hands jobs to its workers, reports to main and inputs to the engine. It
 * touches no bytes of image files itself.
 */
import { decoderPorts, type DecodeJob } from '../../main/images/decoder/protocol';
import type { WorkerMessage } from './messages';
import { MainPort } from './ports';

const DEFAULT_WORKERS = 2;
/** Jobs a worker has at once: while Chromium decodes the one, it reduces the other. */
const LANES = 2;
const waiting: DecodeJob[] = [];
/** One entry for each free lane. */
const free: Worker[] = [];
let main: MainPort | null = null;
let engine: MessagePort | null = null;

function startWorker(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => receive(worker, data);
  // Only a worker that could not be loaded ends up here; main's time-out then replaces the window.
  worker.onerror = (event) => event.preventDefault();
  return worker;
}

function receive(worker: Worker, { report, inputs }: WorkerMessage): void {
  // No transfer list: a buffer transferred from a window to a utilityProcess arrives as null.
  for (const input of inputs) engine?.postMessage(input);
  main?.report(report);
  if (report.kind !== 'result') return;
  free.push(worker);
  dispatch();
}

function dispatch(): void {
  while (waiting.length > 0 && free.length > 0) {
    // The worker that has been free for longest, so that both have work.
    const [job, worker] = [waiting.shift(), free.shift()];
    if (!job || !worker) return;
    main?.report({ kind: 'started', id: job.id });
    worker.postMessage(job, job.data ? [job.data.buffer] : []);
  }
}

function workerCount(): number {
  const asked = Number(new URLSearchParams(window.location.search).get('workers'));
  return Number.isInteger(asked) && asked >= 1 && asked <= 16 ? asked : DEFAULT_WORKERS;
}

function connectMain(port: MessagePort): void {
  main = new MainPort(port, (job) => {
    // What a person waits for comes next, after others of its kind.
    const at = job.wantInput ? waiting.length : waiting.filter((other) => !other.wantInput).length;
    waiting.splice(at, 0, job);
    dispatch();
  });
  main.report({ kind: 'ready' });
}

window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source !== window || !port) return;
  if (data === decoderPorts.main) connectMain(port);
  if (data !== decoderPorts.engine) return;
  engine?.close();
  engine = port;
});

const workers = Array.from({ length: workerCount() }, startWorker);
for (let lane = 0; lane < LANES; lane++) free.push(...workers);
