/** @file Runs the layout in a worker thread of the engine, and ends it when it is not wanted any more. */
import { Worker } from 'node:worker_threads';
import { MapCancelled, type LayOut } from './mapping';
import type { FromWorker } from './worker';
import { told } from '../../../strings/words';

/** @param script the built worker */
export function workerLayout(script: string): LayOut {
  return (task, report, run) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { workerData: task });
      run.onCancel = () => {
        void worker.terminate();
        reject(new MapCancelled(told().engine.mapCancelled));
      };
      worker.on('message', (message: FromWorker) => {
        if ('points' in message) resolve(message.points);
        else report(message.done, message.total);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`The map's thread ended (code ${code}).`)));
    });
}
