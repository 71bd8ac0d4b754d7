/**
 * @file The built app as an unprivileged user starts it: a copy that any user can read, under a name that makes it a
 * package, with Chromium's sandbox on. As root Chromium has none, so root starts it as nobody.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { electronInfo } from '../../../scripts/setup/paths.mjs';
import { homeEnvironment } from '../homes';

const NOBODY = 65534;
const root = path.resolve(import.meta.dirname, '../../..');
export const isRoot = process.getuid?.() === 0;

/** Pages: ours, and one that a window shows whose settings ask for nothing safe. */
type Shown = 'window' | 'decoder' | 'unsafe';

export interface Testimony {
  processes: Record<Shown, number>;
  /** Whether developer tools could be opened. */
  tools: Record<Shown, boolean>;
  packaged: boolean;
}

export class UnprivilegedApp {
  #child: ChildProcess | null = null;

  private constructor(private readonly folder: string) {}

  static async copy(): Promise<UnprivilegedApp> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-unprivileged-'));
    await fs.chmod(folder, 0o755);
    await copyElectron(electronInfo().dist, path.join(folder, 'electron'));
    await copyApp(path.join(folder, 'app'));
    await makeHome(path.join(folder, 'home'));
    return new UnprivilegedApp(folder);
  }

  /** Resolves when window and decoder are shown. */
  async start(): Promise<Testimony> {
    const binary = path.join(this.folder, 'electron/imprint-studio');
    const words = [binary, '--log-level=3', path.join(this.folder, 'app')];
    const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
    const [command = '', ...args] = isRoot ? [...asNobody, ...words] : words;
    this.#child = spawn(command, args, { env: this.#environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    return testimonyOf(this.#child);
  }

  async remove(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
    await fs.rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #environment(): Record<string, string> {
    const home = path.join(this.folder, 'home');
    const cookies = process.env['XAUTHORITY'] && { XAUTHORITY: path.join(home, 'cookies') };
    // Killed, it leaves its temporary files where they are.
    return { ...homeEnvironment(home), TMPDIR: home, ...cookies };
  }
}

function testimonyOf(child: ChildProcess): Promise<Testimony> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (data: Buffer): void => {
      said += data.toString();
      const line = /^WITNESS (.*)$/m.exec(said)?.[1];
      if (line) resolve(JSON.parse(line) as Testimony);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The app ended with ${code}. It said: ${said}`)));
  });
}

/** Links where the file system allows it: 200 MB need not be copied. */
async function copyElectron(from: string, to: string): Promise<void> {
  await fs.mkdir(to);
  for (const entry of await fs.readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await copyElectron(source, target);
    else if (entry.name === 'chrome-sandbox') await copyHelper(source, target);
    else await fs.link(source, target).catch(() => fs.copyFile(source, target));
  }
  const binary = path.join(to, 'electron');
  // Any other name means to Electron that it is a package.
  await fs.rename(binary, path.join(to, 'imprint-studio')).catch(() => undefined);
}

/** Where the kernel gives an unprivileged user no namespaces, Chromium's helper makes them, if it belongs to root. */
async function copyHelper(source: string, target: string): Promise<void> {
  await fs.copyFile(source, target);
  await fs.chmod(target, isRoot ? 0o4755 : 0o755);
}

async function copyApp(to: string): Promise<void> {
  const about = JSON.parse(await fs.readFile(path.join(root, 'package.json'), 'utf8')) as object;
  await fs.mkdir(to);
  await fs.writeFile(
    path.join(to, 'package.json'),
    JSON.stringify({ ...about, main: 'witness.cjs', type: 'commonjs' }),
  );
  await fs.copyFile(path.join(import.meta.dirname, 'witness.cjs'), path.join(to, 'witness.cjs'));
  for (const part of ['out', 'resources/backbones', 'resources/icons'])
    await fs.cp(path.join(root, part), path.join(to, part), { recursive: true });
}

async function makeHome(home: string): Promise<void> {
  await fs.mkdir(home);
  const cookies = process.env['XAUTHORITY'];
  if (cookies) await fs.copyFile(cookies, path.join(home, 'cookies'));
  if (!isRoot) return;
  await fs.chown(home, NOBODY, NOBODY);
  if (cookies) await fs.chown(path.join(home, 'cookies'), NOBODY, NOBODY);
}
