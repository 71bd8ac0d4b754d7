import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hashOfStats } from '../../../scripts/setup/freshness.mjs';
import { tempFolder } from './helpers/folders';

const folder = tempFolder();
const file = path.join(folder, 'main/shell/menu.ts');
const hash = () => hashOfStats(['main', 'package.json'], folder);

mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, 'one');

test('is the same while nothing changes', () => {
  expect(hash()).toBe(hash());
});

test.each<[string, () => void]>([
  ['an edit', () => writeFileSync(file, 'three')],
  ['an edit of the same length', () => utimesSync(file, 1, 1)],
  ['a new file', () => writeFileSync(path.join(folder, 'main/new.ts'), '')],
  ['a file that went', () => rmSync(path.join(folder, 'main/new.ts'))],
  ['an input that came', () => writeFileSync(path.join(folder, 'package.json'), '{}')],
])('changes with %s', (_what, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});
