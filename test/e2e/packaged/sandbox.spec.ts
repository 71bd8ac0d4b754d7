/** @file The package as a person installs and starts it: not as root, with Chromium's sandbox (docs/security.md, point 1). */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { linkAll } from '../../../scripts/package/link.mjs';
import { packaged } from '../launch';
import { homeEnvironment } from '../homes';
import { expect, test } from '../studio';

const NOBODY = 65534;
const FILTERED = '2';
const isRoot = process.getuid?.() === 0;

test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has');

/** Where any user may read it. As a package manager would, root gives Chromium's helper to itself, and set-uid. */
async function installed(to: string): Promise<string> {
  const folder = path.dirname(packaged!);
  await linkAll(folder, to, (file) => path.basename(file) === 'chrome-sandbox');
  await fs.chmod(path.join(to, 'chrome-sandbox'), isRoot ? 0o4755 : 0o755);
  return path.join(to, path.basename(packaged!));
}

async function homeOfNobody(folder: string): Promise<Record<string, string>> {
  await fs.mkdir(folder);
  const cookies = process.env['XAUTHORITY'];
  if (cookies) await fs.copyFile(cookies, path.join(folder, 'cookies'));
  for (const file of isRoot ? [folder, ...(cookies ? [path.join(folder, 'cookies')] : [])] : [])
    await fs.chown(file, NOBODY, NOBODY);
  // Killed, it leaves its temporary files where they are.
  const here = { TMPDIR: folder, ...(cookies && { XAUTHORITY: path.join(folder, 'cookies') }) };
  return { ...homeEnvironment(folder), ...here };
}

function startAsNobody(binary: string, env: Record<string, string>): ChildProcess {
  const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', binary];
  const [command = '', ...args] = isRoot ? asNobody : [binary];
  return spawn(command, args, { env, stdio: 'ignore' });
}

/** Ids of the processes of this binary that show pages. */
async function renderers(binary: string): Promise<string[]> {
  const ids = (await fs.readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const words = await Promise.all(
    ids.map((id) => fs.readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
  );
  return ids.filter((_, i) => words[i]!.startsWith(binary) && words[i]!.includes('--type=renderer'));
}

test('window and decoder run under a filter of system calls', async ({ home }) => {
  await fs.chmod(home, 0o755);
  const binary = await installed(path.join(home, 'installed'));
  const child = startAsNobody(binary, await homeOfNobody(path.join(home, 'home')));
  try {
    await expect.poll(() => renderers(binary)).toHaveLength(2);
    for (const id of await renderers(binary)) {
      const status = await fs.readFile(`/proc/${id}/status`, 'utf8');
      expect(/^Seccomp:\s*(\d)/m.exec(status)?.[1]).toBe(FILTERED);
      expect(/^CapEff:\s*(\w+)/m.exec(status)?.[1]).toMatch(/^0+$/);
    }
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
});
