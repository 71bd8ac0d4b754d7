import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { startXvfb } from '../../../scripts/setup/xvfb.mjs';

/** Whether a client without our cookie may draw: the server's answer to an empty set-up request begins with 1 if so. */
function letsStrangersIn(display: string): Promise<boolean> {
  const hello = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  return new Promise((resolve, reject) => {
    const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`, () => socket.write(hello));
    socket.on('error', reject).on('data', (answer) => {
      socket.destroy();
      resolve(answer[0] === 1);
    });
  });
}

/** The process that was started with this word. */
function pidOf(word: string): number {
  const started = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(word);
    } catch {
      return false; // It has just ended.
    }
  };
  return Number(readdirSync('/proc').find((name) => /^\d+$/.test(name) && started(name)));
}

/** The fields after the name, which may hold anything, are state, parent and group. */
const groupOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[2]);

test.runIf(process.platform === 'linux')('a screen may be out of reach of Ctrl-C in a terminal', async () => {
  const screen = await startXvfb({ outlivesCtrlC: true });
  const server = pidOf(String(screen.env['XAUTHORITY']));
  expect(groupOf(server)).toBe(server);
  expect(groupOf(process.pid)).not.toBe(server);
  screen.stop();
});

test.runIf(process.platform === 'linux')(
  'two screens at once are two, and go away without a trace',
  async () => {
    const screens = await Promise.all([startXvfb(), startXvfb()]);
    const [first, second] = screens.map((screen) => String(screen.env['DISPLAY']));
    expect(first).not.toBe(second);
    expect(await letsStrangersIn(String(first))).toBe(false);
    for (const screen of screens) screen.stop();
    for (const screen of screens) expect(existsSync(String(screen.env['XAUTHORITY']))).toBe(false);
    await vi.waitFor(() => expect(existsSync(`/tmp/.X11-unix/X${String(first).slice(1)}`)).toBe(false));
  },
);
