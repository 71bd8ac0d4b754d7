/** @file The samples for Python and Node, run as the person would who was given the folder. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../scripts/setup/paths.mjs';
import { installations } from '../python';
import type { Recheck } from './recheck';

const run = promisify(execFile);
const MINUTES = 60_000;

const nodeHome = path.join(installations, 'node');
export const nodePackages = path.join(nodeHome, 'node_modules');

/** Packages of test/interop/node, pinned there. @throws where npm cannot install them */
export async function installNode(): Promise<void> {
  const source = path.join(import.meta.dirname, '../node');
  mkdirSync(nodeHome, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(path.join(source, name), path.join(nodeHome, name));
  if (existsSync(path.join(nodePackages, '.package-lock.json'))) return;
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', words, { cwd: nodeHome, timeout: 20 * MINUTES });
}

/**
 * Programs below `home` find the pinned packages; those below `native` find before them the addon that this program runs
 * TensorFlow by.
 */
export function linkPackages(home: string, native: string): void {
  symlinkSync(nodePackages, path.join(home, 'node_modules'), 'dir');
  symlinkSync(path.join(root, 'node_modules'), path.join(native, 'node_modules'), 'dir');
}

/** @param python a program that has what the sample wants */
export const pythonCheck = (python: string, folder: string, photos: string): Promise<Recheck> =>
  check(python, [path.join(folder, 'sample.py')], photos, { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' });

export const nodeCheck = (folder: string, photos: string): Promise<Recheck> =>
  check(process.execPath, [path.join(folder, 'sample.mjs')], photos, process.env);

/** A check that fails ends with 1 and says its figures all the same. */
async function check(
  program: string,
  words: string[],
  photos: string,
  env: NodeJS.ProcessEnv,
): Promise<Recheck> {
  const options = { env, timeout: 10 * MINUTES, maxBuffer: 1 << 26 };
  const ended = await run(program, [...words, '--json', '--check', photos], options).catch(
    (error: unknown) => {
      const failed = error as Error & { code: number; stdout: string };
      if (failed.code === 1 && failed.stdout.trim().endsWith('}')) return failed;
      throw error;
    },
  );
  const found = JSON.parse(ended.stdout.trim().split('\n').at(-1)!) as Recheck;
  if (found.passed === ended instanceof Error) throw new Error(`${words[0]} ended as it should not`);
  return found;
}
