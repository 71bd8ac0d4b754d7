import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ProjectError } from '../../../../main/projects/errors';
import type { Migration } from '../../../../main/projects/migrations';
import { migrate, migrations } from '../../../../main/projects/migrations';
import { backupPath, projectPaths } from '../../../../main/projects/paths';
import type { RecoveryDetails } from '../../../../main/projects/recovery';
import { SCHEMA_VERSION } from '../../../../main/projects/schema';
import { labelAs, open, prepare, projectFolder, temporaryFolder } from './support';

const file = (folder: string): string => projectPaths(folder).document;
const read = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file(folder), 'utf8')) as Record<string, unknown>;
const rewrite = (folder: string, changes: Record<string, unknown>): void =>
  writeFileSync(file(folder), JSON.stringify({ ...read(folder), ...changes }));

/** A closed project with the labels a and b, of which the backup knows both. */
async function labelled(): Promise<string> {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  await store.apply(labelAs('perch', 'a', 'b'));
  await store.close();
  return folder;
}

const label = (how: string, cls: string) => ({
  'f/a.jpg': { class: cls, how, by: 'annotator', at: '2026-11-24T08:00:00Z' },
});

describe('a broken project.json', () => {
  const ways: [string, string | Record<string, unknown>, RegExp][] = [
    ['empty', '', /is empty \(0 bytes\)/],
    ['cut off', '{"schema":1,"id":"x"', /is damaged or cut off/],
    ['zeros', '\0'.repeat(2000), /is damaged or cut off/],
    ['a list', '[]', /holds no project/],
    ['without version', '{}', /does not say its version/],
    ['of an unknown shape', { labels: label('guessed', 'perch') }, /labels › f\/a.jpg › how/],
    ['with a label of no class', { labels: label('hand', 'eel') }, /names the class eel, which is not in/],
    ['with a label in no folder', { folders: [] }, /about f\/a.jpg, whose folder is not/],
    [
      'with two classes of one name',
      {
        classes: [
          { id: 'a', name: 'x', colour: 0, key: null, kind: 'class' },
          { id: 'b', name: 'x', colour: 0, key: null, kind: 'class' },
        ],
      },
      /share/,
    ],
    ['of a version before the first', { schema: 0 }, /no longer reads version 0/],
  ];

  it.each(ways)(
    '%s: is moved aside for the newest good backup, if the person agrees',
    async (_, content, reason) => {
      const folder = await labelled();
      if (typeof content === 'string') writeFileSync(file(folder), content);
      else rewrite(folder, content);
      const broken = readFileSync(file(folder), 'utf8');
      const ask = vi.fn((_details: RecoveryDetails) => Promise.resolve(true));
      const store = await open(folder, { confirmRecovery: ask });
      const details = ask.mock.calls[0]?.[0];
      expect(details?.problem).toMatch(reason);
      expect(details?.backup).toMatchObject({ path: backupPath(folder, 1), classes: 2, labels: 2 });
      expect(Object.keys(store.document.labels)).toEqual(['f/a.jpg', 'f/b.jpg']);
      expect(readFileSync(details?.keptAs ?? '', 'utf8')).toBe(broken);
      await store.apply(labelAs('pike', 'c'));
      expect(Object.keys(read(folder)['labels'] as object)).toHaveLength(3);
    },
  );

  it('is left as it is where the person declines, and can be opened later', async () => {
    const folder = await labelled();
    writeFileSync(file(folder), 'x');
    const before = readdirSync(folder);
    await expect(open(folder)).rejects.toThrow(/left as it is, and its backup was not used/);
    expect(readFileSync(file(folder), 'utf8')).toBe('x');
    expect(readdirSync(folder)).toEqual(before);
    await open(folder, { confirmRecovery: () => Promise.resolve(true) });
  });

  it('passes over backups that are broken themselves', async () => {
    const folder = await labelled();
    for (const broken of [file(folder), backupPath(folder, 1)]) writeFileSync(broken, '{');
    const ask = vi.fn((_details: RecoveryDetails) => Promise.resolve(true));
    const store = await open(folder, { confirmRecovery: ask });
    expect(ask.mock.calls[0]?.[0].backup.path).toBe(backupPath(folder, 2));
    expect(store.document.labels).toEqual({});
  });

  it('is never replaced by a new project where there is no good backup', async () => {
    const folder = await projectFolder();
    writeFileSync(file(folder), '');
    const ask = vi.fn(() => Promise.resolve(true));
    await expect(open(folder, { confirmRecovery: ask })).rejects.toThrow(
      /no good backup of it. Nothing was changed/,
    );
    expect(ask).not.toHaveBeenCalled();
    expect(readFileSync(file(folder), 'utf8')).toBe('');
  });
});

describe('versions', () => {
  const steps: Migration[] = [
    { from: -1, name: 'name the project', up: (d) => ({ ...d, name: 'Named' }) },
    {
      from: 0,
      name: 'balance',
      up: (d) => ({ ...d, settings: { ...(d['settings'] as object), balanced: true } }),
    },
  ];

  it('has a step for every version up to the present one', () => {
    expect(migrations.map((m) => m.from)).toEqual(
      Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 1),
    );
  });

  it('brings a project of version 1 up with every label, box, group and role', async () => {
    const folder = await projectFolder();
    const fixture = path.join(__dirname, 'fixtures', 'version-1.json');
    const old = JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, object[]>;
    copyFileSync(fixture, file(folder));
    const { document } = await open(folder);
    const { schema, folders, classes, places, times, draws, settings, ...rest } = document;
    const unsaid = { ownBackbone: null, head: null, offset: 0, suppressed: [] };
    expect(schema).toBe(SCHEMA_VERSION);
    expect(folders).toEqual(old['folders']?.map((f) => ({ ...f, subfolders: 'unasked', purpose: 'label' })));
    expect(classes).toEqual(old['classes']?.map((c) => ({ ...c, kind: 'class' })));
    expect([places, times, draws]).toEqual([{}, {}, []]);
    expect(settings).toEqual({ ...old['settings'], ...unsaid });
    expect({ ...old, ...rest }).toEqual(old);
  });

  it('takes steps in order, names the one that fails, and misses none', () => {
    expect(migrate({ settings: {} }, -1, 1, steps)).toEqual({
      schema: 1,
      name: 'Named',
      settings: { balanced: true },
    });
    expect(migrate({ a: 1 }, 1, 1, steps)).toEqual({ a: 1 });
    expect(() => migrate({}, -2, 1, steps)).toThrow('no longer reads version -2');
    const failing = {
      from: 0,
      name: 'balance',
      up: () => {
        throw new Error('no settings');
      },
    };
    expect(() => migrate({}, 0, 1, [failing])).toThrow('balance: no settings');
  });

  it('brings an older project up to date, keeps the old file, and writes only when something changes', async () => {
    const folder = await labelled();
    rewrite(folder, {
      schema: -1,
      name: '',
      settings: { ...(read(folder)['settings'] as object), balanced: 'yes' },
    });
    const old = readFileSync(file(folder), 'utf8');
    const store = await open(folder, { migrations: [...steps, ...migrations] });
    expect(store.document).toMatchObject({
      schema: SCHEMA_VERSION,
      name: 'Named',
      settings: { balanced: true },
    });
    expect(readFileSync(file(folder), 'utf8')).toBe(old);
    const kept = readdirSync(folder).find((name) => name.startsWith('project.format--1-')) ?? '';
    expect(readFileSync(path.join(folder, kept), 'utf8')).toBe(old);
    await store.apply(labelAs('pike', 'c'));
    expect(read(folder)['schema']).toBe(SCHEMA_VERSION);
  });

  it('opens a newer project for reading only, without what it does not know', async () => {
    const folder = await labelled();
    const [pike] = read(folder)['classes'] as object[];
    rewrite(folder, {
      schema: 9,
      mood: 'good',
      classes: [
        { ...pike, shape: 'long' },
        { id: 'perch', name: 'p', colour: 0, key: null, kind: 'class' },
      ],
    });
    const before = readFileSync(file(folder), 'utf8');
    const store = await open(folder);
    expect(store.readOnly).toMatch(/newer version of Imprint Studio \(format 9\).*Update/);
    expect(Object.keys(store.document.labels)).toHaveLength(2);
    await expect(store.apply(labelAs('pike', 'c'))).rejects.toThrow(
      /Nothing was changed. Fishes was written by a newer/,
    );
    await expect(store.undo()).rejects.toThrow(ProjectError);
    expect(readFileSync(file(folder), 'utf8')).toBe(before);
    expect(existsSync(projectPaths(folder).lock)).toBe(false);
  });

  it('does not guess at a newer project that it cannot show', async () => {
    const folder = await labelled();
    rewrite(folder, { schema: 9, labels: [] });
    await expect(open(folder)).rejects.toThrow(/newer version.*cannot show. It was not changed/);
  });
});

describe('backups', () => {
  const labelsIn = (folder: string, n: 1 | 2 | 3): number | null => {
    if (!existsSync(backupPath(folder, n))) return null;
    return Object.keys((JSON.parse(readFileSync(backupPath(folder, n), 'utf8')) as { labels: object }).labels)
      .length;
  };
  const all = (folder: string) => ([1, 2, 3] as const).map((n) => labelsIn(folder, n));

  it('cover minutes, the session, and a day', async () => {
    const folder = await labelled();
    expect(all(folder)).toEqual([2, 0, null]);
    let minutes = 0;
    const start = Date.now();
    const store = await open(folder, { now: () => new Date(start + minutes * 60_000) });
    await store.apply(labelAs('pike', 'c'));
    expect(all(folder)).toEqual([2, 2, 0]);
    minutes = 9;
    await store.apply(labelAs('pike', 'd'));
    expect(all(folder)).toEqual([2, 2, 0]);
    minutes = 11;
    await store.apply(labelAs('pike', 'e'));
    expect(all(folder)).toEqual([4, 2, 0]);
    await store.close();
    expect(all(folder)).toEqual([5, 2, 0]);
    const next = await open(folder);
    await next.apply(labelAs('pike', 'g'));
    expect(all(folder)).toEqual([5, 5, 0]);
    await next.close();
    const dayAgo = Date.now() / 1000 - 25 * 3600;
    utimesSync(backupPath(folder, 3), dayAgo, dayAgo);
    const later = await open(folder);
    await later.apply(labelAs('pike', 'h'));
    expect(all(folder)).toEqual([6, 6, 5]);
  });

  it('are not replaced by what another program made of the file', async () => {
    const folder = await labelled();
    const store = await open(folder);
    await store.apply(labelAs('pike', 'c'));
    writeFileSync(file(folder), '{"schema":');
    await store.close();
    expect(all(folder)).toEqual([2, 2, 0]);
  });

  it('are not touched by opening and closing alone', async () => {
    const folder = await labelled();
    const before = readdirSync(folder).map((name) => name);
    await (await open(folder)).close();
    expect(readdirSync(folder)).toEqual(before);
  });
});

it('keeps a version that another program wrote while the project was open', async () => {
  const folder = await labelled();
  const notices: string[] = [];
  const store = await open(folder, { onNotice: (sentence) => notices.push(sentence) });
  rewrite(folder, { name: 'from the cloud' });
  await store.apply(labelAs('pike', 'c'));
  const kept = readdirSync(folder).find((name) => name.startsWith('project.changed-')) ?? '';
  expect(readFileSync(path.join(folder, kept), 'utf8')).toContain('from the cloud');
  expect(notices).toEqual([expect.stringContaining('Its version was kept')]);
  await store.apply(labelAs('pike', 'd'));
  expect(notices).toHaveLength(1);
  expect(Object.keys(read(folder)['labels'] as object)).toHaveLength(4);
});

it('removes what a killed save left behind', async () => {
  const folder = await labelled();
  writeFileSync(path.join(folder, 'project.json.0123456789ab.tmp'), 'half');
  writeFileSync(path.join(folder, 'mine.tmp'), 'not ours');
  await open(folder);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual(['mine.tmp']);
});

it('says in a sentence that there is no project', async () => {
  await expect(open(path.join(temporaryFolder(), 'gone.imprint'))).rejects.toThrow(
    /no project at .*gone.imprint/,
  );
  await expect(open(temporaryFolder())).rejects.toThrow(/has no project.json. There is no good backup/);
});

it.skipIf(process.getuid?.() === 0)(
  'opens a project in a protected folder for reading only (root may write anywhere)',
  async () => {
    const folder = await labelled();
    chmodSync(folder, 0o555);
    const store = await open(folder);
    expect(store.readOnly).toContain('may not be written to');
    chmodSync(folder, 0o755);
  },
);
