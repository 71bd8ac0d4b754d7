/** @file What the system keeps of a process of ours that crashed: on this machine, and nowhere else. Runs in main. */
import { app, crashReporter } from 'electron';
import { promises as fs } from 'node:fs';
import path from 'node:path';

const MOST = 5;

/** Before the app is ready, or the first processes are not watched. */
export function keepCrashDumps(): void {
  crashReporter.start({ uploadToServer: false });
}

/** The newest dumps, the latest last. */
export async function crashDumps(folder = app.getPath('crashDumps')): Promise<string[]> {
  const files = await dumpsBelow(folder);
  return files
    .sort((a, b) => a.at - b.at)
    .slice(-MOST)
    .map(({ file }) => file);
}

async function dumpsBelow(folder: string): Promise<{ file: string; at: number }[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.map(async (entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return dumpsBelow(file);
    if (path.extname(entry.name) !== '.dmp') return [];
    const stat = await fs.stat(file).catch(() => null);
    return stat ? [{ file, at: stat.mtimeMs }] : [];
  });
  return (await Promise.all(found)).flat();
}
