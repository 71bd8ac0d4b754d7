import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { instructions, missingNeeds, runNeeds } from '../../../scripts/setup/system.mjs';
import { tempFolder } from './helpers/folders';

const folder = tempFolder();

test('names the packages whose libraries are not there', () => {
  writeFileSync(path.join(folder, 'libgtk-3.so.0'), '');
  const libraries = runNeeds().filter((need) => need.kind === 'library');
  const missing = missingNeeds(libraries, [folder]).map((need) => need.package);
  expect(missing).toContain('libnss3');
  expect(missing).not.toContain('libgtk-3-0');
});

test('misses commands that are in no folder of PATH', () => {
  const need = { package: 'nothing', file: 'no-such-command-anywhere', kind: 'command' as const };
  expect(missingNeeds([need])).toEqual([need]);
});

test('gives the exact command to people who are not root', () => {
  const text = instructions(['xvfb', 'libgbm1']);
  expect(text).toContain('Nothing was changed.');
  expect(text).toContain('sudo apt-get install -y --no-install-recommends xvfb libgbm1');
});
