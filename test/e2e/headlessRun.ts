/** @file Runs the app's commands as `npm start` does, and says what came of it. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { giveModels, homeEnvironment } from './homes';
import { commandLine } from './launch';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Running {
  child: ChildProcess;
  /** Resolves once stderr has said it. */
  said(text: string): Promise<void>;
  ended: Promise<Ended>;
}

export class Commands {
  private constructor(readonly folder: string) {}

  /** In a folder of its own, which holds the home and is the place where relative paths start. */
  static async in(name: string): Promise<Commands> {
    const commands = await Commands.atFirst(name);
    await giveModels(commands.home);
    return commands;
  }

  /** As before the first command of all. */
  static async atFirst(name: string): Promise<Commands> {
    return new Commands(await fs.mkdtemp(path.join(os.tmpdir(), `imprint-${name}-`)));
  }

  get home(): string {
    return this.place('home');
  }

  place(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  run(...words: string[]): Promise<Ended> {
    return this.start(...words).ended;
  }

  start(...words: string[]): Running {
    const env = { ...homeEnvironment(this.home), INIT_CWD: this.folder, TMPDIR: this.place() };
    const child = spawn(...commandLine(words), { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
    const said = async (text: string): Promise<void> => {
      while (!err.includes(text) && child.exitCode === null) await new Promise((r) => setTimeout(r, 20));
    };
    return { child, said, ended };
  }

  async json<T>(name: string): Promise<T> {
    return JSON.parse(await fs.readFile(this.place(name), 'utf8')) as T;
  }

  /** What commands left behind in the folder for temporary files. */
  async leftovers(): Promise<string[]> {
    return (await fs.readdir(this.folder)).filter((name) => name.startsWith('imprint-studio-command-'));
  }

  async remove(): Promise<void> {
    await fs.rm(this.folder, { recursive: true, force: true });
  }
}
