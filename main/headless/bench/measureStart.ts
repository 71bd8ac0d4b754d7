/** @file How long the app takes until its window is drawn, beside a window that shows one line. Runs in main. */
import type { CommandContext } from '../context';
import { median } from '../../engine/evaluation/statistics/median';
import type { Start } from './figures';
import { canRunBare, secondsToWindow } from './launch';

/** Null in a package, which cannot run anything but itself. */
export async function measureStart(runs: number, { places, console }: CommandContext): Promise<Start | null> {
  if (!canRunBare()) {
    console.say(
      'The start is not measured: the bare window to compare with is part of the source checkout only.',
    );
    return null;
  }
  const home = await places.make();
  const [app, bare]: [number[], number[]] = [[], []];
  for (let run = 0; run <= runs; run++) {
    console.show('Starting the app', { done: run, total: runs + 1, rate: null, secondsLeft: null });
    const [own, other] = [await secondsToWindow('app', home), await secondsToWindow('bare', home)];
    // The first start reads everything from the disk.
    if (run === 0) continue;
    app.push(own);
    bare.push(other);
  }
  return { app: median(app), bare: median(bare), ratio: median(app) / median(bare) };
}
