/**
 * @file The export check's line under plain Node: the real process and the real room; sharp in place of the app's decoder,
 * which needs Chromium (test/e2e checks with that one).
 */
import { fork, type ChildProcess } from 'node:child_process';
import type { Framing } from '../../../../main/contract/model';
import type { EngineProcess } from '../../../../main/engine/supervisor';
import type { CheckLine } from '../../../../main/exporting/checkLine';
import { CheckProcess } from '../../../../main/exporting/checker/checkProcess';
import { readPhoto } from '../engine/export/samplePhotos';
import { success } from '../images/decoder/fakeHost';
import type { DecodeResult, InputMessage } from '../../../../main/images/decoder/protocol';

export function startProcess(script: string): { child: ChildProcess; process: EngineProcess } {
  const child = fork(script, { serialization: 'advanced' });
  const process: EngineProcess = {
    pid: child.pid,
    // One that ended meanwhile says so by its exit.
    post: (message) => void (child.connected && child.send(message as object, () => undefined)),
    // As the app ends it, so that one that stands still ends too.
    kill: () => void child.kill('SIGKILL'),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', (code) => listener(code ?? -1)),
  };
  return { child, process };
}

/** @param files by row */
export function checkLine(script: string, files: readonly string[]): CheckLine & { child: ChildProcess } {
  const { child, process } = startProcess(script);
  const checker = new CheckProcess(process);
  let jobs = 0;
  const decode = async (id: number, index: number, framing: Framing, size: number): Promise<DecodeResult> => {
    const failure = { id, failure: { code: 'gone', reason: 'The file is gone.' } };
    const input = await inputOf(id, files[index]!, framing, size).catch(() => null);
    if (!input) return failure;
    process.post({ kind: 'input', input });
    return success(id, input.hash);
  };
  return {
    child,
    open: (dir) => checker.call('open', { dir }),
    run: async (ids) => (await checker.call('run', { ids })).probabilities,
    decode: (index, { framing, size }) => {
      const id = ++jobs;
      return { id, result: decode(id, index, framing, size) };
    },
    stop: () => checker.stop(),
  };
}

/** A file as the engine or the checking process gets it. */
export async function inputOf(
  id: number,
  file: string,
  framing: Framing,
  size: number,
): Promise<InputMessage> {
  const { hash, pixels } = await readPhoto(file, size, framing.kind === 'centreCrop' ? 'cover' : 'fill');
  return { id, hash, box: null, framing, pixels, size };
}
