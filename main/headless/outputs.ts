/**
 * @file The files that a command writes: asked for before the work starts, written whole or not at all, and nothing
 * that exists is replaced unless the person said so. Runs in main.
 */
import { constants, promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import { errorCode, explain } from '../projects/errors';
import { writeDurably } from '../projects/files';
import type { Outcome } from './context';
import type { Written } from './invocation';

/**
 * @param files absolute paths; null: not asked for
 * @throws {PersonError} where one cannot be written, or is there and must not be replaced
 */
export async function requireWritable(files: readonly (string | null)[], force: boolean): Promise<void> {
  for (const file of files) {
    if (file === null) continue;
    await requireFree(file, force);
    await requireFolder(file);
  }
}

/** What most commands come to: words, and a report that goes to the file of `--json`. */
export const reported = (text: string, report: unknown, { json, force }: Written): Outcome => ({
  text,
  write: async () => {
    if (json !== null) await writeOutput(json, `${JSON.stringify(report, null, 2)}\n`, force);
  },
});

/** @throws {PersonError} where the file could not be written; what was there before is then still there */
export async function writeOutput(file: string, text: string, force: boolean): Promise<void> {
  try {
    // It may have come to be while the work went on.
    await writeDurably(file, Buffer.from(text), () => requireFree(file, force));
  } catch (error) {
    if (error instanceof PersonError) throw error;
    const { what, advice } = explain(error);
    throw new PersonError(`${file} could not be written: ${what}. ${advice}`.trim());
  }
}

export async function requireFree(file: string, force: boolean): Promise<void> {
  const found = await look(file);
  if (!found) return;
  if (!force)
    throw new PersonError(
      `${file} exists already and was not touched: choose another name, or add --force to replace it.`,
    );
  if (!found.isFile())
    throw new PersonError(`${file} is no ordinary file and cannot be replaced by one: choose another name.`);
}

async function requireFolder(file: string): Promise<void> {
  const folder = path.dirname(file);
  try {
    if (!(await fs.stat(folder)).isDirectory())
      throw new PersonError(`${folder} is no folder, so nothing can be written there.`);
    await fs.access(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof PersonError) throw error;
    const missing = errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
    const why = missing ? `there is no folder ${folder}` : `the folder ${folder} may not be written to`;
    throw new PersonError(`${path.basename(file)} cannot be written: ${why}.`);
  }
}

async function look(file: string): Promise<Stats | null> {
  return fs.lstat(file).catch(() => null);
}
