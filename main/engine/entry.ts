/** @file Where the engine's process begins. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_BATCH } from './backbone/backbone';
import { Intake } from './intake';
import { EngineRoom } from './room';
import { serve } from './serve';

const mapWorker = path.join(path.dirname(fileURLToPath(import.meta.url)), 'map-worker.cjs');
const room = new EngineRoom(
  (name, payload) => process.parentPort.postMessage({ kind: 'event', name, payload }),
  mapWorker,
);
const intake = new Intake(MAX_BATCH, (batch) => room.embed(batch));

serve(room.calls, (message) => intake.push(message));
