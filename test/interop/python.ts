/**
 * @file Pythons of their own for the programs that read and make models, since their packages exclude each other. They are
 * made from nothing and stay for the next time, in IMPRINT_INTEROP or a folder for temporary files.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MINUTES = 60_000;

export const installations = process.env['IMPRINT_INTEROP'] ?? path.join(os.tmpdir(), 'imprint-interop');

export class Python {
  readonly program: string;

  constructor(readonly name: string) {
    this.program = path.join(installations, name, 'bin/python');
  }

  /**
   * Installs what is missing.
   * @returns the version of the first of the packages
   * @throws Error with one sentence
   */
  async install(packages: readonly string[]): Promise<string> {
    if (!existsSync(this.program)) await this.#make();
    const [first] = packages.filter((one) => !one.startsWith('-'));
    const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages];
    await run(this.program, words, { timeout: 20 * MINUTES }).catch((error: unknown) => {
      throw new Error(`${first} did not install: ${lastLine(error)}`);
    });
    const distribution = first!.replace(/[=<>].*/, '');
    const ask = `from importlib.metadata import version; print(version('${distribution}'))`;
    return (await run(this.program, ['-c', ask])).stdout.trim();
  }

  async #make(): Promise<void> {
    await run('python3', ['-m', 'venv', path.join(installations, this.name)]).catch((error: unknown) => {
      const hint = 'Debian has it as python3-venv';
      throw new Error(`python3 -m venv made no Python for ${this.name} (${hint}): ${lastLine(error)}`);
    });
  }

  /** What a program says as JSON on its last line. */
  async json<T>(words: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<T> {
    const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', ...more };
    const options = { env, timeout: 20 * MINUTES, maxBuffer: 1 << 28 };
    const { stdout } = await run(this.program, words, options);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
  }
}

/** What went wrong, of a program's last words. */
function lastLine(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: string };
  return (stderr || message).trim().split('\n').at(-1)!.slice(0, 300);
}

/** In which Python a program is, and the packages that bring it; the first has its version. */
export interface Wanted {
  python: Python;
  packages: readonly string[];
  /** Packages that come without what they ask for. */
  alone?: readonly string[];
}

async function installed({ python, packages, alone }: Wanted): Promise<string> {
  const version = await python.install(packages);
  return alone ? python.install(['--no-deps', ...alone]) : version;
}

/** Programs by name, installed when asked for; of those that cannot be had it is known why. */
export class Programs<N extends string> {
  readonly #found = new Map<N, string | Error>();

  constructor(private readonly wanted: Record<N, Wanted>) {}

  get names(): N[] {
    return Object.keys(this.wanted) as N[];
  }

  async install(): Promise<void> {
    for (const name of this.names) {
      this.#found.set(name, await installed(this.wanted[name]).catch((error: unknown) => error as Error));
    }
  }

  /** Why a program is not there; null where it is. */
  missing(name: N): string | null {
    const found = this.#found.get(name);
    return found instanceof Error ? found.message : null;
  }

  version(name: N): string {
    return String(this.#found.get(name));
  }

  titled(name: N): string {
    return `${name} ${this.version(name)}`;
  }

  program(name: N): string {
    return this.wanted[name].python.program;
  }

  json<T>(name: N, words: readonly string[], more?: NodeJS.ProcessEnv): Promise<T> {
    return this.wanted[name].python.json<T>(words, more);
  }
}
