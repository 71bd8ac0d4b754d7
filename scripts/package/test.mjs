/**
 * @file The end-to-end tests against a package. Playwright needs Node's inspector in the main process, so what is tested
 * is a copy that differs from the package in that one fuse.
 */
import { spawn } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { provideTestScreens } from '../setup/xvfb.mjs';
import { letInspect } from './fuses.mjs';
import { linkAll } from './link.mjs';
import { inspectableFolder, placesIn } from './places.mjs';

/**
 * @param {string} folder
 * @param {readonly string[]} args for Playwright: which tests
 * @returns {Promise<number>} exit code
 */
export async function testPackage(folder, args) {
  const copy = await inspectable(folder);
  const screens = await provideTestScreens();
  const playwright = path.join(root, 'node_modules/@playwright/test/cli.js');
  const env = { ...process.env, ...screens.env, IMPRINT_E2E_APP: placesIn(copy).binary };
  const child = spawn(process.execPath, [playwright, 'test', ...args], { cwd: root, stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      screens.stop();
      resolve(code ?? 1);
    });
  });
}

/** @param {string} folder @returns {Promise<string>} */
export async function inspectable(folder) {
  const copy = inspectableFolder(folder);
  await rm(copy, { recursive: true, force: true });
  // A signature of macOS covers every file; elsewhere only the binary that is changed must be a file of its own.
  if (process.platform === 'darwin') await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  else await linkAll(folder, copy, (file) => file === placesIn(folder).binary);
  await letInspect(placesIn(copy).binary);
  return copy;
}
