/**
 * @file Opens the project it is given and labels images one after the other. Says 'saved N' as soon as label N is
 * said to be on the disk, and 'failed' when a save is said to have failed.
 */
import { writeSync } from 'node:fs';
import { openProject } from '../../../../../main/projects/open';

const say = (line: string): void => void writeSync(1, `${line}\n`);

async function main(folder: string, from: number, to: number): Promise<void> {
  const confirmRecovery = (): Promise<boolean> => {
    say('asked');
    return Promise.resolve(true);
  };
  const store = await openProject(folder, { by: 'child', confirmRecovery, retryDelays: [20] });
  store.on('saveState', (state) => state.kind === 'failed' && say(`failed ${state.message}`));
  for (let n = from; n < to; n++) {
    await store.apply({ name: 'label', items: [`f/${n}.jpg`], class: 'pike', how: 'hand' });
    say(`saved ${n}`);
  }
  await store.close();
  say('closed');
}

void main(process.argv[2] ?? '', Number(process.argv[3]), Number(process.argv[4]));
