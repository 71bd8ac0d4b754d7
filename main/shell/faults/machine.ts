/** @file What a report says of the machine and the running processes. Runs in main. */
import { app } from 'electron';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Private } from './scrub';

const MB = 2 ** 20;

export function machineLines(): string[] {
  const [cpu] = os.cpus();
  const processes = app
    .getAppMetrics()
    .map(({ type, name, memory }) => `${name ?? type} ${Math.round(memory.workingSetSize / 1024)} MB`);
  return [
    `${os.cpus().length} × ${cpu?.model ?? 'unknown processor'}`,
    `Memory: ${Math.round(os.freemem() / MB)} of ${Math.round(os.totalmem() / MB)} MB free`,
    `Processes: ${processes.join(', ')}`,
    `Running for ${Math.round(process.uptime())} s, locale ${app.getLocale()}`,
  ];
}

/** The program's own folders, by what stands for them in a report. */
export function ownFolders(cache: string): Private['own'] {
  return [
    { folder: app.getAppPath(), as: '<app>' },
    { folder: path.dirname(process.execPath), as: '<electron>' },
    { folder: app.getPath('userData'), as: '<settings>' },
    { folder: cache, as: '<cache>' },
  ];
}

export const shortened = (file: string): string => file.split(os.homedir()).join('~');

export const readLog = (file: string): Promise<string> => fs.readFile(file, 'utf8').catch(() => '');
