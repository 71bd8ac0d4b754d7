/**
 * @file What reads TFLite models, each in a Python of its own, because their packages exclude each other. What does not
 * install is said, and its tests are skipped.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = process.env['IMPRINT_TFLITE_VENVS'] ?? path.join(os.tmpdir(), 'imprint-interop-tflite');
const script = path.join(import.meta.dirname, 'tflite_read.py');

/** Reader → its packages. */
const PACKAGES = {
  litert: ['ai-edge-litert==2.3.0', 'pillow==12.0.0'],
  tensorflow: ['tensorflow-cpu==2.15.1'],
  // Its compiled part wants numpy 1, and libusb, which a machine without it gets from a package as well.
  'tflite-support': ['tflite-support==0.4.4', 'numpy==1.26.4', 'libusb-package==1.0.30.0'],
  mediapipe: ['mediapipe==1.2.3'],
} as const;
export type Reader = keyof typeof PACKAGES;
/** Those that run a model as it is. */
export const INTERPRETERS = ['tensorflow', 'litert'] as const satisfies Reader[];

const INSTALL_MS = 900_000;
const READ_MS = 280_000;

const python = (reader: Reader): string => path.join(root, reader, 'bin', 'python');

/** Installs what is missing. @returns the readers that are there */
export async function installReaders(): Promise<Set<Reader>> {
  const there = new Set<Reader>();
  for (const reader of Object.keys(PACKAGES) as Reader[])
    await install(reader).then(
      () => there.add(reader),
      (error: unknown) => process.stderr.write(`${reader} did not install: ${String(error).slice(-300)}\n`),
    );
  return there;
}

async function install(reader: Reader): Promise<void> {
  if (!existsSync(python(reader))) await run('python3', ['-m', 'venv', path.join(root, reader)]);
  const words = ['-m', 'pip', 'install', '--quiet', ...PACKAGES[reader]];
  await run(python(reader), words, { timeout: INSTALL_MS });
}

/** What the script says, by a reader. */
export async function read<T>(reader: Reader, ...words: string[]): Promise<T> {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' };
  const options = { timeout: READ_MS, maxBuffer: 1 << 28, env };
  const { stdout } = await run(python(reader), [script, ...words], options);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
}
