/**
 * @file The hidden decoder window's page: hands jobs to its workers, results to main and inputs to the engine. It
 * touches no bytes of image files itself.
 */
import { decoderChannels, type DecodeJob, type DecoderBridge } from '../../main/images/decoder/protocol';
import type { WorkerMessage } from './messages';

declare global {
  interface Window {
    decoderHost: DecoderBridge;
  }
}

const DEFAULT_WORKERS = 2;
const host = window.decoderHost;
const waiting: DecodeJob[] = [];
const idle: Worker[] = [];
let engine: MessagePort | null = null;

function startWorker(): void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => receive(worker, data);
  // Only a worker that could not be loaded ends up here; main's time-out then replaces the window.
  worker.onerror = (event) => event.preventDefault();
  idle.push(worker);
}

function receive(worker: Worker, { report, input }: WorkerMessage): void {
  // No transfer list: a buffer transferred from a window to a utilityProcess arrives as null.
  if (input) engine?.postMessage(input);
  host.report(report);
  if (report.kind !== 'result') return;
  idle.push(worker);
  dispatch();
}

function dispatch(): void {
  while (waiting.length > 0 && idle.length > 0) {
    const [job, worker] = [waiting.shift(), idle.pop()];
    if (!job || !worker) return;
    host.report({ kind: 'started', id: job.id });
    worker.postMessage(job);
  }
}

function workerCount(): number {
  const asked = Number(new URLSearchParams(window.location.search).get('workers'));
  return Number.isInteger(asked) && asked >= 1 && asked <= 16 ? asked : DEFAULT_WORKERS;
}

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== decoderChannels.port) return;
  engine?.close();
  engine = event.ports[0] ?? null;
});

host.onJob((job) => {
  waiting.push(job);
  dispatch();
});

for (let i = workerCount(); i > 0; i--) startWorker();
host.report({ kind: 'ready' });
