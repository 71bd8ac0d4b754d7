import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { provideScreens, startXvfb } from '../../../scripts/setup/xvfb.mjs';

afterEach(() => void vi.unstubAllEnvs());

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

test.runIf(process.platform === 'linux')('workers get a screen each, whatever the person has', async () => {
  vi.stubEnv('WAYLAND_DISPLAY', '');
  vi.stubEnv('DISPLAY', ':of-the-person');
  const screens = await provideScreens(2);
  for (const screen of screens) screen.stop();
  const displays = new Set(screens.map((screen) => screen.env['DISPLAY']));
  expect(displays.size).toBe(2);
  expect(displays.has(':of-the-person')).toBe(false);
});

test('where there is nothing but the screen of the person, it is one', async () => {
  vi.stubEnv('DISPLAY', ':of-the-person');
  vi.stubEnv('PATH', '');
  expect((await provideScreens(2)).map((screen) => screen.env)).toEqual([{}]);
});

test('a session of Wayland is drawn into: a screen of ours would stay empty', async () => {
  vi.stubEnv('WAYLAND_DISPLAY', 'wayland-0');
  expect((await provideScreens(2)).map((screen) => screen.env)).toEqual([{}]);
});
