/** @file The samples for Python and Node, run as the person would who was given the folder. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../scripts/setup/paths.mjs';
import type { Recheck } from './table';

const run = promisify(execFile);
const MINUTES = 60_000;

const venv = process.env['IMPRINT_INTEROP_MODELS_VENV'] ?? path.join(os.tmpdir(), 'imprint-interop-models');
const python = path.join(venv, 'bin/python');
const nodeHome = process.env['IMPRINT_INTEROP_NODE'] ?? path.join(os.tmpdir(), 'imprint-interop-node');
export const nodePackages = path.join(nodeHome, 'node_modules');

/** Package of PyPI, pinned where a version is promised → what it is imported as. */
const PYTHON = {
  pillow: ['pillow', 'PIL'],
  tensorflow: ['tensorflow-cpu==2.15.1', 'tensorflow'],
  onnxruntime: ['onnxruntime', 'onnxruntime'],
  'ai-edge-litert': ['ai-edge-litert', 'ai_edge_litert'],
} as const;
export type PythonPackage = keyof typeof PYTHON;

/** @returns each package with its version, or why it is not there */
export async function installPython(): Promise<Map<PythonPackage, string | Error>> {
  if (!existsSync(python)) await run('python3', ['-m', 'venv', venv]);
  const found = new Map<PythonPackage, string | Error>();
  for (const name of Object.keys(PYTHON) as PythonPackage[])
    found.set(name, await pythonPackage(name).catch((error: unknown) => error as Error));
  return found;
}

async function pythonPackage(name: PythonPackage): Promise<string> {
  const [pinned, module] = PYTHON[name];
  const there = await run(python, [
    '-c',
    `import importlib.util as u; assert u.find_spec('${module}')`,
  ]).catch(() => null);
  if (!there)
    await run(python, ['-m', 'pip', 'install', '--quiet', pinned, 'numpy<2'], { timeout: 20 * MINUTES });
  const distribution = pinned.replace(/==.*/, '');
  const { stdout } = await run(python, [
    '-c',
    `from importlib.metadata import version; print(version('${distribution}'))`,
  ]);
  return stdout.trim();
}

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

/** @param hidden a module that the sample would take first */
export function pythonCheck(folder: string, photos: string, hidden?: string): Promise<Recheck> {
  const env: NodeJS.ProcessEnv = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' };
  if (hidden !== undefined) env['PYTHONPATH'] = hiding(folder, hidden);
  return check(python, [path.join(folder, 'sample.py')], photos, env);
}

export const nodeCheck = (folder: string, photos: string): Promise<Recheck> =>
  check(process.execPath, [path.join(folder, 'sample.mjs')], photos, process.env);

/** A folder to look in first, where that module cannot be imported. */
function hiding(folder: string, module: string): string {
  const place = path.join(`${folder}-without-${module}`, module);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, '__init__.py'), "raise ImportError('hidden')\n");
  return path.dirname(place);
}

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
