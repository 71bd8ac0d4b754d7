/**
 * @file What a model is tried by, under plain Node: the real process and the real room; sharp in place of the app's decoder,
 * which needs Chromium (test/e2e adds one with that).
 */
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { TryLine } from '../../../../main/ownBackbones/line';
import { TryProcess } from '../../../../main/ownBackbones/trying/tryProcess';
import type { DecodeResult } from '../../../../main/images/decoder/protocol';
import { bundle as bundled } from '../../../bundle.mjs';
import { ROOT } from '../engine/backbone/support';
import { inputOf, startProcess } from '../exporting/checkLine';
import { success } from '../images/decoder/fakeHost';

/** @returns the script of the process */
export const bundle = (): Promise<string> =>
  bundled(path.join(import.meta.dirname, 'child/tryChild.ts'), path.join(ROOT, 'out/test/tryChild.cjs'));

export function tryLine(
  script: string,
  patience?: ConstructorParameters<typeof TryProcess>[1],
): TryLine & { child: ChildProcess } {
  const { child, process } = startProcess(script);
  const trying = new TryProcess(process, patience);
  let jobs = 0;
  const decode = async (id: number, file: string, side: number): Promise<DecodeResult> => {
    const input = await inputOf(id, file, { kind: 'stretch' }, side);
    process.post({ kind: 'input', input });
    return success(id, input.hash);
  };
  return {
    child,
    get isOver() {
      return trying.isOver;
    },
    call: (name, arg) => trying.call(name, arg),
    decode: (file, side) => {
      const id = ++jobs;
      return { id, result: decode(id, file, side) };
    },
    stop: (why) => trying.stop(why),
  };
}
