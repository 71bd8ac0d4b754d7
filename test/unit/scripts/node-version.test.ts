import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeProblem } from '../../../scripts/setup/node-version.mjs';
import { electronInfo, root } from '../../../scripts/setup/paths.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('is content with %s', (version) => {
  expect(nodeProblem(version)).toBe('');
});

test.each(['20.18.3', '18.20.0', '16.17.1', '8.0.0'])('declines %s', (version) => {
  expect(nodeProblem(version)).toContain(`this is ${version}`);
});

// The fallback Electron contains a real Node 16, and runs as one when asked.
const old = electronInfo().node.startsWith('16.');
test.runIf(old).each(['start', 'test', 'setup', 'check', 'doctor'])(
  '`npm run %s` in a real old Node is one clear sentence and exit code 1',
  (name) => {
    const script = path.join(root, `scripts/${name}.mjs`);
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const { status, stdout, stderr } = spawnSync(electronInfo().binary, [script], { env, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/needs Node 20\.19 or newer, and this is 16/);
  },
);
