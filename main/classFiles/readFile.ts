/** @file Reads a class file that a person chose. Runs in main. */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import { explain } from '../projects/errors';
import { decodeClassFile, MOST_CLASS_FILE, tooLarge, type ClassFile } from './format';
import { told } from '../../strings/words';

export interface NamedClassFile {
  file: ClassFile;
  /** Without its path. */
  name: string;
}

/**
 * @returns it with the SHA-256 of its bytes, lower-case hex
 * @throws {PersonError} where it cannot be read, is no class file, or says what cannot be
 */
export async function readClassFile(place: string): Promise<NamedClassFile & { sha256: string }> {
  const name = path.basename(place).slice(0, 255);
  let bytes: Buffer;
  try {
    const { size } = await fs.stat(place);
    // Not even read: it would only fill the memory.
    if (size > MOST_CLASS_FILE) throw tooLarge(name, size);
    bytes = await fs.readFile(place);
  } catch (error) {
    if (error instanceof PersonError) throw error;
    const { what, advice } = explain(error);
    throw new PersonError(told().sums.couldNotBeRead(name, what, advice), place);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: decodeClassFile(bytes, name), name, sha256 };
}
