import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { missingNeeds, provideSystem, runNeeds } from '../../../scripts/setup/system.mjs';
import { tempFolder } from './helpers/folders';
import { captureSaid } from './helpers/quiet';

captureSaid();
const folder = tempFolder();
const need = { package: 'some-package', file: 'no-such-command-anywhere', kind: 'command' as const };
const asked = path.join(folder, 'asked');

afterEach(() => vi.unstubAllEnvs());

/** A real program named apt-get that notes what it is asked, and installs by touching a file. */
function fakeApt(installs: string): void {
  const apt = path.join(folder, 'apt-get');
  writeFileSync(apt, `#!/bin/sh\necho "$@" >> ${asked}\n[ "$1" = install ] && ${installs}\n`);
  chmodSync(apt, 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
}

test('names the packages whose libraries are not there', () => {
  writeFileSync(path.join(folder, 'libgtk-3.so.0'), '');
  const libraries = runNeeds().filter(({ kind }) => kind === 'library');
  const missing = missingNeeds(libraries, [folder]).map((library) => library.package);
  expect(missing).toContain('libnss3');
  expect(missing).not.toContain('libgtk-3-0');
});

test('installs what is missing as root, and only that', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  fakeApt(`touch ${path.join(folder, need.file)}`);
  await provideSystem([need, { package: 'dash', file: 'sh', kind: 'command' }]);
  const [, install] = readFileSync(asked, 'utf8').trim().split('\n');
  expect(install).toBe('install -y -q --no-install-recommends some-package');
});

test('says so when apt-get fails', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  fakeApt('exit 100');
  const missing = { ...need, file: 'another-such-command' };
  await expect(provideSystem([missing])).rejects.toThrow(/sudo apt-get install .*\n.*apt-get failed/);
});

test('changes nothing without root, and gives the exact command', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  fakeApt(`rm ${asked}`);
  const missing = { ...need, file: 'another-such-command' };
  await expect(provideSystem([missing])).rejects.toThrow(
    /Nothing was changed.*\n {2}sudo apt-get install -y --no-install-recommends some-package\n/,
  );
  expect(existsSync(asked)).toBe(true);
});
