import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { refuseLinked, samePackages } from '../../../scripts/setup/packages.mjs';
import { tempFolder } from './helpers/folders';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'x' },
  'node_modules/windows-only': { version: '1.0.0', integrity: 'y', optional: true },
};
const there = { 'node_modules/a': { version: '1.0.0', integrity: 'x' } };

test('takes packages for other platforms as absent by right', () => {
  expect(samePackages(wanted, there)).toBe(true);
});

test.each([
  ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'z' } }],
  ['other contents', { 'node_modules/a': { version: '1.0.0', integrity: 'z' } }],
  ['a missing package', {}],
  ['a package too many', { ...there, 'node_modules/b': { version: '1.0.0' } }],
])('sees %s', (_what, other) => {
  expect(samePackages(wanted, other)).toBe(false);
});

test('a linked node_modules is refused with a sentence, and what it leads to is left alone', () => {
  const [folder, other] = [tempFolder(), tempFolder()];
  writeFileSync(path.join(other, 'kept'), '');
  symlinkSync(other, path.join(folder, 'node_modules'));
  expect(() => refuseLinked(path.join(folder, 'node_modules'))).toThrow(/is a link, .* Remove the link/);
  expect(readdirSync(other)).toEqual(['kept']);
  mkdirSync(path.join(other, 'node_modules'));
  expect(() => refuseLinked(path.join(other, 'node_modules'))).not.toThrow();
  expect(() => refuseLinked(path.join(other, 'nothing'))).not.toThrow();
});
