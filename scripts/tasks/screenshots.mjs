/** @file `npm run screenshots`: takes the pictures of docs/images anew, in the real app with the sample photos. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { setUp } from '../setup/set-up.mjs';
import { provideScreen } from '../setup/xvfb.mjs';

/** @returns {Promise<number>} exit code */
export async function main() {
  await setUp();
  const screen = await provideScreen();
  const playwright = path.join(root, 'node_modules/@playwright/test/cli.js');
  const config = path.join(root, 'scripts/screenshots/playwright.config.ts');
  const child = spawn(process.execPath, [playwright, 'test', '--config', config], {
    stdio: 'inherit',
    env: { ...process.env, ...screen.env },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      screen.stop();
      resolve(code ?? 1);
    });
  });
}
