/**
 * @file What an exported model is called by: a hash that changes with any byte of what answers, of what its answers are called, and
 * of what it learnt and was checked on. Pure: runs in the engine and in tests. docs/exports.md has the recipe for sha256sum.
 */
import { createHash } from 'node:crypto';
import { LABELS_FILE, MANIFEST_FILE, type ModelFileInfo } from './metadata';

type Hashed = Pick<ModelFileInfo, 'name' | 'sha256'>;

/**
 * SHA-256 of lines as sha256sum writes them, ordered by name.
 * @param files the model's own
 * @param labels SHA-256 of labels.txt
 * @param manifest SHA-256 of manifest.csv
 */
export function modelId(files: readonly Hashed[], labels: string, manifest: string): string {
  const all = [...files, { name: LABELS_FILE, sha256: labels }, { name: MANIFEST_FILE, sha256: manifest }];
  const ordered = all.sort((one, other) => (one.name < other.name ? -1 : 1));
  const text = ordered.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
  return createHash('sha256').update(text).digest('hex');
}
