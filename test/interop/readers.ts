/** @file A Python of its own with the real readers; what does not install is said and its tests are skipped. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = process.env['IMPRINT_INTEROP_VENV'] ?? path.join(os.tmpdir(), 'imprint-interop');
const python = path.join(root, 'bin', 'python');
const script = path.join(import.meta.dirname, 'read.py');

/** Package of PyPI → what it is imported as. */
const PACKAGES = {
  numpy: 'numpy',
  pandas: 'pandas',
  datumaro: 'datumaro',
  'label-studio-sdk': 'label_studio_sdk',
  fiftyone: 'fiftyone',
} as const;
export type Reader = keyof typeof PACKAGES;

const INSTALL_MS = 600_000;
const READ_MS = 240_000;

/** Installs what is missing. @returns readers that are there */
export async function installReaders(): Promise<Set<Reader>> {
  if (!existsSync(python)) await run('python3', ['-m', 'venv', root]);
  const there = new Set<Reader>();
  for (const name of Object.keys(PACKAGES) as Reader[]) {
    try {
      if (!(await installed(name)))
        await run(python, ['-m', 'pip', 'install', '--quiet', name], { timeout: INSTALL_MS });
      there.add(name);
    } catch (error) {
      const [why] = String(error instanceof Error ? error.message : error)
        .split('\n')
        .slice(-2);
      process.stderr.write(`${name} did not install, so what it reads is not checked: ${why}\n`);
    }
  }
  return there;
}

const installed = (name: Reader): Promise<boolean> =>
  run(python, ['-c', `import importlib.util as u; assert u.find_spec('${PACKAGES[name]}')`]).then(
    () => true,
    () => false,
  );

/** What the reader found, as JSON on its last line. */
export async function readWith(what: string, folder: string): Promise<unknown> {
  const { stdout } = await run(python, [script, what, folder], { timeout: READ_MS, maxBuffer: 1 << 26 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
