/** @file A process that the bench starts ends with it, whatever ends the bench. Runs in main. */
import type { ChildProcess } from 'node:child_process';
import type { EventEmitter } from 'node:events';

/** @param parent tells of its end with 'quit', as Electron's `app` does */
export function endWith(parent: Pick<EventEmitter, 'once' | 'off'>, child: ChildProcess): void {
  const end = (): void => void child.kill();
  parent.once('quit', end);
  child.once('close', () => parent.off('quit', end));
}
