/** @file Starts the app, or a bare Electron window, in a process of its own and a home of its own. Runs in main. */
import { app } from 'electron';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PersonError } from '../../contract/errors';
import { endWith } from './endWith';

export const bareApp = (): string => path.join(app.getAppPath(), 'test', 'bench', 'bare');

/** A package cannot run another app. */
export const canRunBare = (): boolean => !app.isPackaged && existsSync(bareApp());

/** Seconds until the process says that its window is drawn. */
export async function secondsToWindow(what: 'app' | 'bare', home: string): Promise<number> {
  const begun = performance.now();
  const { at } = await firstLine(
    what === 'app' ? partArguments(['bench-part', 'start']) : bareArguments(),
    home,
  );
  return (at - begun) / 1000;
}

/** What a part of the bench says in a process of its own. */
export async function askPart(words: readonly string[], home: string): Promise<unknown> {
  return JSON.parse((await firstLine(partArguments(['bench-part', ...words]), home)).line);
}

/** As this process was started, up to the `--` before the person's words. */
export const partArguments = (words: readonly string[]): string[] => [
  ...appFlags(),
  ...appFolder(),
  '--',
  ...words,
];
const bareArguments = (): string[] => [...appFlags(), bareApp()];

export const appFlags = (): string[] => startWords().filter((word) => word.startsWith('-'));
const appFolder = (): string[] => (app.isPackaged ? [] : [app.getAppPath()]);
const startWords = (): string[] => process.argv.slice(1, process.argv.indexOf('--'));

/** Everything that the app keeps lies in a home of its own. */
export const homeEnvironment = (home: string): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: home,
  XDG_CONFIG_HOME: home,
  XDG_CACHE_HOME: path.join(home, 'cache'),
});

/** The process is ended once it has said its line, and gone when this resolves: the next has the machine to itself. */
function firstLine(args: readonly string[], home: string): Promise<{ line: string; at: number }> {
  const child = spawn(process.execPath, args, {
    env: homeEnvironment(home),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  endWith(app, child);
  let said: { line: string; at: number } | null = null;
  createInterface({ input: child.stdout }).once('line', (line) => {
    said = { line, at: performance.now() };
    child.kill();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () =>
      said ? resolve(said) : reject(new PersonError('A part of the bench ended without a word.')),
    );
  });
}
