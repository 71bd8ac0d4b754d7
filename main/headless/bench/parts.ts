/**
 * @file The parts of the bench that need the real window, each in a process of its own with a home of its own: when it
 * is drawn, and what it holds with thousands of images. Runs in main.
 */
import { BrowserWindow } from 'electron';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { openApp } from '../../app';
import { isWindowUrl } from '../../shell/addresses';
import { preferenceFile } from '../../shell/places';
import type { BenchPart } from '../invocation';
import { MemoryWatch } from './memory';
import { DRAWN, openRecent, SCROLLED } from './pageScripts';

/** Says its one line, and ends when the bench ends it. */
export async function runBenchPart(part: Exclude<BenchPart, { name: 'labelling' }>): Promise<never> {
  if (part.name === 'window') await remember(part.folder);
  await openApp();
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => isWindowUrl(webContents.getURL()));
  if (!window) throw new Error('the window did not open');
  await run(window, DRAWN);
  const said = part.name === 'start' ? { drawn: true } : { window: await memoryWith(part.folder, window) };
  process.stdout.write(`${JSON.stringify(said)}\n`);
  return new Promise(() => undefined);
}

/** The welcome view then offers the project, as it does to whoever had it open before. */
async function remember(project: string): Promise<void> {
  const recent = [{ name: path.basename(project), path: project, openedAt: new Date().toISOString() }];
  await fs.mkdir(path.dirname(preferenceFile()), { recursive: true });
  await fs.writeFile(preferenceFile(), JSON.stringify({ recent, window: null }));
}

/** Most that the window's process held, MB, while its images came and were scrolled through. */
async function memoryWith(project: string, window: BrowserWindow): Promise<number> {
  const watch = new MemoryWatch(() => window.webContents.getOSProcessId());
  await run(window, openRecent(project));
  await run(window, SCROLLED);
  return watch.stop();
}

const run = (window: BrowserWindow, script: string): Promise<unknown> =>
  window.webContents.executeJavaScript(script);
