/** @file Runs one Electron set-up in a process of its own, so that a test can kill it: `node provide.mjs ORDER.json`. */
import { readFileSync } from 'node:fs';
import { sweep } from '../../../../scripts/setup/cache.mjs';
import { provideElectron } from '../../../../scripts/setup/electron.mjs';
import { withLock } from '../../../../scripts/setup/lock.mjs';

const order = JSON.parse(readFileSync(String(process.argv[2]), 'utf8'));
const info = await withLock(order.cache, async () => {
  await sweep(order.cache);
  return provideElectron(order);
});
process.stdout.write(JSON.stringify(info));
