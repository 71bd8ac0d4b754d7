/** @file Where the engine's process begins. */
import { MAX_BATCH } from './backbone/backbone';
import { Intake } from './intake';
import { EngineRoom } from './room';
import { serve } from './serve';

const room = new EngineRoom((name, payload) =>
  process.parentPort.postMessage({ kind: 'event', name, payload }),
);
const intake = new Intake(MAX_BATCH, (batch) => room.embed(batch));

serve(room.calls, (message) => intake.push(message));
