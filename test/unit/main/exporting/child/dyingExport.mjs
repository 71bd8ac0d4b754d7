/**
 * @file Runs exportChild and ends its own process with SIGKILL at the nth change to the disk, as a power cut or an
 * impatient person would. Arguments: folder, bundle, n. Sends how many changes there were, where it got to its end.
 */
import { createRequire } from 'node:module';
import { beforeEveryChange } from './changes.mjs';

const [, , , bundle = '', nth] = process.argv;
let changes = 0;

beforeEveryChange(() => {
  changes += 1;
  if (changes === Number(nth)) process.kill(process.pid, 'SIGKILL');
});
process.once('beforeExit', () => process.send?.(changes, () => process.disconnect()));
createRequire(import.meta.url)(bundle);
