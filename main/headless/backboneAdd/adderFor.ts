/** @file What adds and removes backbones of the person's own, told to a console. Runs in main. */
import type { TrialProgress } from '../../contract/areas/ownBackbones';
import { Adder } from '../../ownBackbones/adder';
import { startLine } from '../../ownBackbones/startLine';
import { resource, userFolder } from '../../shell/places';
import type { CommandContext } from '../context';
import type { ProgressLine } from '../progressLine';

export function adderFor({ console, places, studio }: CommandContext): Adder {
  const adder = new Adder({
    backbones: userFolder('backbones'),
    photos: resource('samples', 'photos'),
    startLine: () => startLine(studio.core),
    progress: (progress) => show(console, progress),
    changed: () => studio.core.backbones.readAgain(),
  });
  // Whatever ends the command leaves no copy behind.
  places.atEnd(() => adder.close());
  return adder;
}

const STEPS: Record<TrialProgress['step'], string> = {
  copy: 'Copying the model (bytes)',
  look: 'Looking at the copy',
  load: 'Loading it',
  read: 'Reading sample photos',
  compare: 'Comparing on sample photos',
  try: 'Running it on sample photos',
  keep: 'Adding it',
};

function show(console: ProgressLine, { step, done, total }: TrialProgress): void {
  if (total > 0) console.show(STEPS[step], { done, total, rate: null, secondsLeft: null });
}
