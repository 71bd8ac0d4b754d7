import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { thisHolder } from '../../../../main/projects/holder';
import type { Holder } from '../../../../main/projects/holder';
import { ProjectLock } from '../../../../main/projects/lock';
import { projectPaths } from '../../../../main/projects/paths';
import { bundle } from '../../../bundle.mjs';
import { addClass, open, projectFolder } from './support';

const built = mkdtempSync(path.join(os.tmpdir(), 'imprint-lock-'));
let script = '';
beforeAll(async () => {
  script = await bundle('test/unit/main/projects/child/hold.ts', path.join(built, 'hold.cjs'));
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

interface Opener {
  child: ChildProcess;
  /** Why it may only read, or null: it holds the lock. */
  readOnly: string | null;
}

/** Another process opens the project. */
async function openElsewhere(folder: string): Promise<Opener> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { readOnly: string | null }) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals | 'close'): Promise<void> {
  const gone = once(child, 'exit');
  if (signal === 'close') child.stdin?.end();
  else child.kill(signal);
  await gone;
}

const lockFile = (folder: string): string => projectPaths(folder).lock;
const holderIn = (folder: string): Holder => JSON.parse(readFileSync(lockFile(folder), 'utf8')) as Holder;

/** Leaves a lock of someone else, last touched `secondsAgo`. */
function leaveLock(folder: string, changes: Partial<Holder>, secondsAgo: number): void {
  writeFileSync(lockFile(folder), JSON.stringify({ ...thisHolder(new Date()), ...changes }));
  const at = Date.now() / 1000 - secondsAgo;
  utimesSync(lockFile(folder), at, at);
}

describe('with a second process', () => {
  it('is refused while the first has the project open, and told who and since when', async () => {
    const folder = await projectFolder();
    const { child } = await openElsewhere(folder);
    const store = await open(folder);
    expect(store.readOnly).toMatch(
      new RegExp(
        `^Fishes has been open in another window since .+${os.hostname()}, process ${child.pid}\\)\\. Close it there`,
      ),
    );
    await expect(store.apply(addClass('pike'))).rejects.toMatchObject({ code: 'read-only' });
    await store.close();
    expect(holderIn(folder).pid).toBe(child.pid);
    await end(child, 'close');
    expect(existsSync(lockFile(folder))).toBe(false);
    expect((await open(folder)).readOnly).toBeNull();
  });

  it('takes over at once from a first that was killed', async () => {
    const folder = await projectFolder();
    const { child } = await openElsewhere(folder);
    await end(child, 'SIGKILL');
    expect(existsSync(lockFile(folder))).toBe(true);
    const store = await open(folder);
    expect(store.readOnly).toBeNull();
    await store.apply(addClass('pike'));
    expect(holderIn(folder).pid).toBe(process.pid);
    expect((await openElsewhere(folder)).readOnly).toContain(`process ${process.pid}`);
  });

  it('lets exactly one of several have the lock, free or left by a killed one', async () => {
    const folder = await projectFolder();
    for (const round of ['free', 'left']) {
      const openers = await Promise.all([1, 2, 3, 4].map(() => openElsewhere(folder)));
      expect([round, openers.filter((o) => o.readOnly === null).length]).toEqual([round, 1]);
      await Promise.all(openers.map(({ child }) => end(child, 'SIGKILL')));
    }
    expect(existsSync(`${lockFile(folder)}.takeover`)).toBe(false);
  });
});

describe('within this process', () => {
  it('refuses a second window on the same project', async () => {
    const folder = await projectFolder();
    await open(folder);
    expect((await open(folder)).readOnly).toContain(`process ${process.pid}`);
  });

  it('lets one of many take over a dead lock', async () => {
    const folder = await projectFolder();
    for (let round = 0; round < 4; round++) {
      leaveLock(folder, { pid: 2 ** 22 - 1 }, 1);
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, () => ProjectLock.acquire(folder, new Date())),
      );
      const locks = tries.flatMap((t) => (t.status === 'fulfilled' ? [t.value] : []));
      expect(locks).toHaveLength(1);
      await locks[0]?.release();
    }
  });
});

describe('a lock that was left', () => {
  it('is taken over where its process id belongs to another process now', async () => {
    const folder = await projectFolder();
    leaveLock(folder, { processStart: '1' }, 0);
    expect((await open(folder)).readOnly).toBeNull();
  });

  it('by another machine counts for a minute and a half after its last sign of life', async () => {
    const folder = await projectFolder();
    leaveLock(folder, { host: 'elsewhere' }, 60);
    expect((await open(folder)).readOnly).toContain('on elsewhere');
    leaveLock(folder, { host: 'elsewhere' }, 120);
    expect((await open(folder)).readOnly).toBeNull();
  });

  it('before this machine was last started is taken over', async () => {
    const folder = await projectFolder();
    leaveLock(folder, { boot: 'an earlier one', pid: process.pid }, os.uptime() + 60);
    expect((await open(folder)).readOnly).toBeNull();
  });

  it('without content counts only while someone may be writing it', async () => {
    const folder = await projectFolder();
    writeFileSync(lockFile(folder), '');
    expect((await open(folder)).readOnly).toContain('is being opened by another program');
    utimesSync(lockFile(folder), 1, 1);
    expect((await open(folder)).readOnly).toBeNull();
  });

  it('in the middle of being taken over is taken over all the same', async () => {
    const folder = await projectFolder();
    const turn = `${lockFile(folder)}.takeover`;
    leaveLock(folder, { pid: 2 ** 22 - 1 }, 1);
    writeFileSync(turn, '');
    utimesSync(turn, 1, 1);
    expect((await open(folder)).readOnly).toBeNull();
    expect(existsSync(turn)).toBe(false);
  });
});

describe('a lock that was lost', () => {
  it('stops saving for good, and says what to do; the other program keeps its lock and file', async () => {
    const folder = await projectFolder();
    const store = await open(folder, { retryDelays: [5] });
    await store.apply(addClass('pike'));
    leaveLock(folder, { host: 'elsewhere' }, 0);
    const before = readFileSync(projectPaths(folder).document, 'utf8');
    const lost = expect(store.apply(addClass('perch'))).rejects.toMatchObject({ code: 'discarded' });
    await expect.poll(() => store.saveState.kind).toBe('failed');
    expect(store.saveState).toMatchObject({
      message: expect.stringMatching(/^1 change is not saved. Another program/) as string,
    });
    rmSync(lockFile(folder));
    expect(await store.retrySave()).toMatchObject({ kind: 'failed' });
    leaveLock(folder, { host: 'elsewhere' }, 0);
    await store.close({ discard: true });
    await lost;
    expect(holderIn(folder).host).toBe('elsewhere');
    expect(readFileSync(projectPaths(folder).document, 'utf8')).toBe(before);
  });
});
