import { expect, test } from 'vitest';
import { samePackages } from '../../../scripts/setup/packages.mjs';

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
