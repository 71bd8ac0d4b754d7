/** @file Opens the project it is given, has it forget its past, labels one more image, and says each. */
import { writeSync } from 'node:fs';
import { openProject } from '../../../../../main/projects/open';

const say = (line: string): void => void writeSync(1, `${line}\n`);

async function main(folder: string): Promise<void> {
  const confirmRecovery = (): Promise<boolean> => {
    say('asked');
    return Promise.resolve(true);
  };
  const store = await openProject(folder, { by: 'child', confirmRecovery, retryDelays: [20] });
  say('opened');
  await store.forgetPast();
  say('purged');
  await store.apply({ name: 'label', items: ['f/after.jpg'], class: 'pike', how: 'hand' });
  await store.close();
  say('closed');
}

void main(process.argv[2] ?? '');
