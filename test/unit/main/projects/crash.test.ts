import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { canonical } from '../../../../main/projects/document';
import { projectPaths } from '../../../../main/projects/paths';
import type { ProjectStore } from '../../../../main/projects/store';
import { bundle } from '../../../bundle.mjs';
import { killInEveryState, type Run } from './child/killing';
import { noStrace, underStrace, type Traced } from './child/strace';
import { ageUnsignedLock, labelAs, open, prepare, projectFolder, temporaryFolder } from './support';

const built = mkdtempSync(path.join(os.tmpdir(), 'imprint-crash-'));
let script = '';
beforeAll(async () => {
  script = await bundle('test/unit/main/projects/child/save.ts', path.join(built, 'save.cjs'));
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** A closed project with two classes and no labels. */
async function template(): Promise<string> {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  await store.close();
  return folder;
}

function copyOf(folder: string): string {
  const copy = path.join(temporaryFolder(), path.basename(folder));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Opens what a killed process left; a question about a broken file would fail the test. */
async function labelsLeft(folder: string): Promise<number> {
  const ask = vi.fn(() => Promise.resolve(false));
  ageUnsignedLock(folder);
  const store = await open(folder, { confirmRecovery: ask });
  expect([ask.mock.calls.length, store.readOnly]).toEqual([0, null]);
  const labels = Object.keys(store.document.labels).length;
  await expectHistory(store);
  await store.apply(labelAs('perch', 'afterwards'));
  await store.close();
  expect(readdirSync(folder).filter((name) => /tmp$|lock$/.test(name))).toEqual([]);
  return labels;
}

/** What is on the disk can be taken back to where there was no label, and forth again: history and project agree. */
async function expectHistory(store: ProjectStore): Promise<void> {
  const before = canonical(store.document);
  let steps = 0;
  for (; Object.keys(store.document.labels).length > 0; steps++) expect(await store.undo()).not.toBeNull();
  expect(store.titles.undo).toBe('Add class perch');
  for (; steps > 0; steps--) expect(await store.redo()).not.toBeNull();
  expect([canonical(store.document), store.titles.redo]).toEqual([before, null]);
}

describe.skipIf(noStrace !== null)(`killed (${noStrace ?? 'with strace'})`, () => {
  it('at every change and word, each of two saves is done or not done, never half', async () => {
    const unsaved = await template();
    const run: Run = async (options, where) => {
      const folder = copyOf(unsaved);
      const traced = await underStrace(options, script, [folder, '0', '2']);
      await expectDoneOrNot(folder, where, traced);
      return traced;
    };
    const { states, calls } = await killInEveryState(run);
    expect(states).toBeGreaterThanOrEqual(25);
    expect(calls('fsync')).toBeGreaterThanOrEqual(6);
    expect(calls('rename')).toBeGreaterThanOrEqual(4);
    expect(calls('copy_file_range')).toBeGreaterThanOrEqual(2);
  });

  async function expectDoneOrNot(folder: string, at: string, { lines }: Traced): Promise<void> {
    const said = lines.filter((line) => line.startsWith('saved')).length;
    const where = `${at}, said ${said}`;
    expect([where, lines.includes('asked')]).toEqual([where, false]);
    const left = await labelsLeft(folder);
    expect([where, left === said || left === said + 1]).toEqual([where, true]);
  }

  it('the file is synced before it takes its name, and its folder before the save is announced', async () => {
    const trace = path.join(temporaryFolder(), 'trace');
    await underStrace(['-y', '-o', trace, '-e', 'trace=fsync,rename,write,pwrite64'], script, [
      await template(),
      '0',
      '1',
    ]);
    const steps = readFileSync(trace, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const found = /(?:fsync\(\d+<|rename\("|write(?:64)?\(\d+<)([^">]+)/.exec(line);
        if (line.includes('"saved 0')) return ['announced'];
        return found?.[1]?.includes('.imprint')
          ? [`${line.split('(')[0]?.replace(/^\d+ +/, '')} ${kind(found[1])}`]
          : [];
      });
    expect(steps.slice(steps.indexOf('pwrite64 history'), steps.indexOf('announced') + 1)).toEqual([
      'pwrite64 history',
      'fsync history',
      'write new',
      'fsync new',
      'fsync backup',
      'rename backup',
      'fsync backup',
      'rename backup',
      'rename new',
      'fsync folder',
      'announced',
    ]);
  });
});

const kind = (file: string): string =>
  file.includes('backup')
    ? 'backup'
    : file.includes('history')
      ? 'history'
      : file.includes('project.json.')
        ? 'new'
        : file.endsWith('.imprint')
          ? 'folder'
          : file;

describe.skipIf(noStrace !== null)(`a disk that reports errors (${noStrace ?? 'with strace'})`, () => {
  it.each([
    ['fsync', 'EIO', 'the disk reported an error'],
    ['rename', 'EROFS', 'the disk is read-only'],
  ])(
    'where %s fails with %s nothing is said to be saved, and it is tried again',
    async (call, error, words) => {
      const folder = await template();
      const options = [
        '-o',
        '/dev/null',
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:error=${error}:when=1..4`,
      ];
      const { lines, finished } = await underStrace(options, script, [folder, '0', '1']);
      const failures = lines.filter((line) => line.startsWith('failed'));
      expect(failures.length).toBeGreaterThan(0);
      expect(failures[0]).toContain(`1 change is not saved: ${words} (${error}). It is kept in this window`);
      expect(lines.lastIndexOf(failures.at(-1) ?? '')).toBeLessThan(lines.indexOf('saved 0'));
      expect(finished).toBe(true);
      expect(await labelsLeft(folder)).toBe(1);
    },
  );
});

/** A small disk of its own, or null where none can be made. */
function smallDisk(folder: string): (() => void) | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder], { stdio: 'ignore' });
    return () => void execFileSync('umount', ['-l', folder]);
  } catch {
    return null;
  }
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

it.skipIf(!mayMount)(
  'a full disk: says so, keeps the old file, and saves when there is room (needs root)',
  async ({ skip }) => {
    const [folder, disk] = [await template(), temporaryFolder()];
    const unmount = smallDisk(disk);
    if (!unmount) return skip('no small disk can be mounted here');
    try {
      const project = path.join(disk, 'Fishes.imprint');
      cpSync(folder, project, { recursive: true });
      const store = await open(project, { retryDelays: [60_000] });
      await store.apply(labelAs('pike', 'a'));
      const before = readFileSync(projectPaths(project).document, 'utf8');
      mkdirSync(path.join(disk, 'other'));
      writeFileSync(
        path.join(disk, 'other', 'filler'),
        Buffer.alloc(statfsSync(disk).bavail * statfsSync(disk).bsize),
      );
      const many = store.apply(labelAs('perch', ...Array.from({ length: 50 }, (_, i) => `image ${i}`)));
      await vi.waitFor(() => expect(store.saveState.kind).toBe('failed'));
      expect(store.saveState).toMatchObject({
        message: expect.stringContaining('the disk is full (ENOSPC)') as string,
      });
      expect(readFileSync(projectPaths(project).document, 'utf8')).toBe(before);
      expect(Object.keys(store.document.labels)).toEqual(['f/a.jpg']);
      rmSync(path.join(disk, 'other', 'filler'));
      expect(await store.retrySave()).toEqual({ kind: 'saved' });
      expect((await many).revision).toBe(2);
      await store.close();
      expect(await labelsLeft(project)).toBe(51);
    } finally {
      unmount();
    }
  },
);
