/** @file The engine as Electron's utilityProcess. Runs in main. */
import { utilityProcess } from 'electron';
import { putBehind } from '../shell/background';
import { endNow } from '../shell/endNow';
import { log } from '../shell/log';
import { nowSpoken, queryOf } from '../../strings/chosen';
import type { EngineProcess } from './supervisor';

/**
 * @param script the built entry of the engine, or of another process that loads TensorFlow
 * @param name by which lists of processes and the log know it
 */
export function forkEngine(script: string, name = 'engine'): EngineProcess {
  const child = utilityProcess.fork(script, [queryOf(nowSpoken())], {
    serviceName: `Imprint Studio ${name}`,
    stdio: 'pipe',
    // As it is now: how many threads TensorFlow may use is said there (shell/threads.ts).
    env: { ...process.env },
  });
  child.once('spawn', () => putBehind(child.pid));
  child.stderr?.on('data', (chunk: Buffer) => log.info(`${name}: ${chunk.toString().trim()}`));
  child.stdout?.on('data', (chunk: Buffer) => log.info(`${name}: ${chunk.toString().trim()}`));
  return {
    get pid() {
      return child.pid;
    },
    post: (message, ports) => child.postMessage(message, ports ?? []),
    kill: () => {
      const { pid } = child;
      child.kill();
      endNow(pid);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
  };
}
