import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { electronArguments } from '../../../scripts/tasks/start.mjs';

const helpers = fileURLToPath(new URL('helpers', import.meta.url));

function start(args: string[], onOutput?: (kill: (signal: NodeJS.Signals) => void) => void) {
  const env = { ...process.env, INIT_CWD: '/some/where' };
  const child = spawn(process.execPath, [path.join(helpers, 'run-app.mjs'), ...args], { env });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += String(text);
    onOutput?.((signal) => child.kill(signal));
  });
  return new Promise<{ code: number | null; stdout: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout })),
  );
}

test('nothing that a person types stands before the two dashes', () => {
  const args = electronArguments('/app', ['imprint', 'F', '--inspect=1'], false);
  expect(args).toEqual(['--log-level=3', '/app', '--', 'imprint', 'F', '--inspect=1']);
  expect(electronArguments('/app', [], true)).toEqual(['--no-sandbox', '--log-level=3', '/app', '--']);
});

test('the real Electron gets arguments, name and folder, opens no debugger, and its exit code comes back', async () => {
  const { code, stdout } = await start(['exit', '7', '--inspect=1', '--js-flags=--help', 'zwei Wörter']);
  expect(code).toBe(7);
  expect(JSON.parse(stdout)).toEqual({
    args: ['exit', '7', '--inspect=1', '--js-flags=--help', 'zwei Wörter'],
    cwd: '/some/where',
    name: 'Fixture',
    version: '1.2.3',
    debugger: false,
    folder: path.join(helpers, 'app'),
  });
});

test('a signal reaches the app', async () => {
  expect((await start(['wait'], (kill) => kill('SIGTERM'))).code).toBe(42);
});

test('an app that is killed counts as failed', async () => {
  expect((await start(['crash'])).code).toBe(137);
});
