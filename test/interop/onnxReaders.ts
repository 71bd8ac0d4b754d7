/** @file A Python of its own with what reads ONNX; what does not install is said and its tests are skipped. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = process.env['IMPRINT_ONNX_VENV'] ?? path.join(os.tmpdir(), 'imprint-interop-onnx');
const python = path.join(root, 'bin', 'python');
const script = path.join(import.meta.dirname, 'onnx_read.py');

/** What all others need: arrays, pictures, and ONNX's own checker and reference. */
const NEEDED = ['numpy==2.4.6', 'pillow==12.0.0', 'onnx==1.23.2'];
/** Runtime → its package. */
const RUNTIMES = {
  onnxruntime: 'onnxruntime==1.32.0',
  reference: 'onnx==1.23.2',
  openvino: 'openvino==2026.4.1',
  opencv: 'opencv-python-headless==5.0.0.93',
  tract: 'tract==0.23.9',
} as const;
export type Runtime = keyof typeof RUNTIMES;
export const runtimes = Object.keys(RUNTIMES) as Runtime[];

const INSTALL_MS = 900_000;
const READ_MS = 280_000;

/** Installs what is missing. @returns the runtimes that are there */
export async function installRuntimes(): Promise<Set<Runtime>> {
  if (!existsSync(python)) await run('python3', ['-m', 'venv', root]);
  await pip(...NEEDED);
  const there = new Set<Runtime>();
  for (const name of runtimes)
    await pip(RUNTIMES[name]).then(
      () => there.add(name),
      (error: unknown) => process.stderr.write(`${name} did not install: ${String(error).slice(-300)}\n`),
    );
  return there;
}

const pip = (...packages: string[]) =>
  run(python, ['-m', 'pip', 'install', '--quiet', ...packages], { timeout: INSTALL_MS });

/** What the script says. */
export async function readOnnx<T>(...words: string[]): Promise<T> {
  const { stdout } = await run(python, [script, ...words], { timeout: READ_MS, maxBuffer: 1 << 28 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
}
