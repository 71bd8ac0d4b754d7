/** @file Looks through every byte of a folder, for tests of what is left of something. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files below the folder that hold the bytes. */
export function filesWith(folder: string, needle: string | Buffer): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .filter(
      (name) => name.includes(needle.toString()) || readFileSync(path.join(folder, name)).includes(needle),
    )
    .sort();
}
