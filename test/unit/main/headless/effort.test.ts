/** @file The annotator of the bench of effort, at a desk that guesses as it is told; and how the folder is mixed. */
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../main/headless/commandLine';
import { Annotator, type Habit, type Outcome } from '../../../../main/headless/effort/annotator';
import type { WindowDesk } from '../../../../main/headless/effort/desk';
import { mix, shuffled } from '../../../../main/headless/effort/folder';
import { effortSummary, runOf } from '../../../../main/headless/effort/report';
import type { Filter } from '../../../../renderer/logic/filter';

const HABIT: Habit = { name: 'a habit', order: 'certain', meets: true, trusts: null };

/**
 * The engine's place is taken by what each row is guessed as once its class has a name: only the annotator is in question.
 * Two columns, four images on the screen.
 */
class TestDesk {
  readonly columns = 2;
  readonly page = 4;
  readonly labels: (string | null)[];
  readonly #ids = new Map<string, string>();

  constructor(private readonly guesses: readonly string[]) {
    this.labels = guesses.map(() => null);
  }

  list(filter: Filter): number[] {
    const rows = [...this.labels.keys()];
    if (filter.status === 'unlabelled') return rows.filter((row) => this.isUnlabelled(row));
    const [wanted] = filter.class?.classes ?? [];
    if (wanted === undefined) return rows;
    return rows.filter((row) => this.isUnlabelled(row) && this.guess(row)?.class === wanted);
  }

  isUnlabelled(row: number): boolean {
    return this.label(row) === null;
  }

  label(row: number): string | null {
    return this.labels[row] ?? null;
  }

  guess(row: number): { class: string } | null {
    const id = this.#ids.get(this.guesses[row] ?? '');
    return id === undefined ? null : { class: id };
  }

  arrange(): Promise<void> {
    return Promise.resolve();
  }

  addClass(id: string, name: string): Promise<void> {
    this.#ids.set(name, id);
    return Promise.resolve();
  }

  labelAs(rows: readonly number[], id: string): Promise<void> {
    for (const row of rows) this.labels[row] = id;
    return Promise.resolve();
  }

  accept(rows: readonly number[]): Promise<void> {
    for (const row of rows) this.labels[row] = this.guess(row)?.class ?? null;
    return Promise.resolve();
  }
}

/** Each letter is an image: what it shows, and what it is guessed to be. */
async function work(shown: string, guessed: string, habit: Partial<Habit> = {}): Promise<Outcome> {
  const desk = new TestDesk([...guessed]) as unknown as WindowDesk;
  return new Annotator(desk, [...shown], { ...HABIT, ...habit }).work();
}

describe('the annotator', () => {
  it('labels one of each class, and accepts screen by screen what is guessed rightly', async () => {
    const { effort, wrong } = await work('abababab', 'abababab');
    expect(effort.actions).toMatchObject({ label: 2, run: 0, page: 2, list: 2 });
    expect([effort.total, effort.named, wrong]).toEqual([6, 2, 0]);
  });

  it('corrects each wrong guess, and with it what lies beside it and shows the same', async () => {
    const { effort, wrong } = await work('abbaab', 'abaabb');
    // Left after a and b: 'baab' guessed 'aabb'.
    expect(effort.actions).toMatchObject({ label: 4, run: 0, page: 1 });
    expect(wrong).toBe(0);
    const beside = await work('abbbaa', 'abaaaa');
    expect(beside.effort.actions).toMatchObject({ label: 2, run: 1, page: 1 });
  });

  it('meets classes as they come where it does not look for them first', async () => {
    const { effort, wrong } = await work('aabb', 'aabb', { meets: false, order: 'folder' });
    expect(effort.actions).toMatchObject({ label: 0, run: 2, page: 0, list: 1 });
    expect([effort.views >= 4, wrong]).toEqual([true, 0]);
  });

  it('finds what it accepted unseen only by looking, and its errors are told', async () => {
    const trusts = { threshold: 0.9, atLeast: 2 };
    const { effort, acceptedAll, wrong } = await work('ab' + 'aaaa' + 'abab', 'ab' + 'aaaa' + 'aaab', {
      trusts,
    });
    expect(acceptedAll).toEqual([{ class: 'a', images: 3, errors: 1 }]);
    expect(effort.actions).toMatchObject({ class: 1, threshold: 1, all: 1 });
    expect(wrong).toBe(0);
  });

  it('labels all that lie beside each other at once, whatever they are guessed, also across the lines of the screen', async () => {
    const { effort, wrong } = await work('aaab' + 'bbba', 'aaab' + 'bbaa', { meets: false, order: 'alike' });
    // On the first screen 'aaa' and 'b' are new; on the second 'b' is corrected, the others are accepted.
    expect(effort.actions).toMatchObject({ label: 2, run: 1, page: 1, list: 2 });
    expect(wrong).toBe(0);
  });

  it('counts one action for each step of its course, which ends with every image right', async () => {
    const { effort, course } = await work('ababab', 'bababa');
    expect(course).toHaveLength(effort.total);
    expect(course.at(-1)).toBe(6);
  });
});

describe('a folder', () => {
  const made: string[] = [];
  afterEach(async () => {
    for (const folder of made.splice(0)) await fs.rm(folder, { recursive: true, force: true });
  });
  async function folderOf(...files: string[]): Promise<string> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-effort-'));
    made.push(folder);
    for (const file of files) {
      await fs.mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await fs.writeFile(path.join(folder, file), file);
    }
    return folder;
  }

  it('is mixed by the seed, and its names tell nothing', async () => {
    const from = await folderOf('cat/1.jpg', 'cat/2.jpg', 'dog/1.jpg', 'dog/old/1.jpg', 'rest.jpg');
    const [one, other] = [
      await mix(from, null, 1, await folderOf()),
      await mix(from, null, 1, await folderOf()),
    ];
    expect([...one.truth]).toEqual([...other.truth]);
    expect([...one.truth.keys()]).toEqual(['00000.jpg', '00001.jpg', '00002.jpg', '00003.jpg']);
    expect([...one.truth.values()].sort()).toEqual(['cat', 'cat', 'dog', 'dog/old']);
    for (const [name, truth] of one.truth)
      expect(await fs.readFile(path.join(one.folder, name), 'utf8')).toMatch(new RegExp(`^${truth}/`));
  });

  it('has the images at its root as a class where that is asked for', async () => {
    const from = await folderOf('cat/1.jpg', 'rest.jpg');
    const { truth } = await mix(from, 'none', 0, await folderOf());
    expect([...truth.values()].sort()).toEqual(['cat', 'none']);
    await expect(mix(from, null, 0, await folderOf())).rejects.toThrow('at least two classes');
  });

  it('is in every order equally', () => {
    const firsts = Array.from({ length: 300 }, (_, seed) => shuffled(['a', 'b', 'c'], seed)[0]);
    for (const letter of 'abc') expect(firsts.filter((one) => one === letter).length).toBeGreaterThan(70);
  });
});

it('tells the figures beside one action for each image', async () => {
  const outcome = await work('abababab', 'abababab');
  const run = runOf(HABIT, 3, 8, outcome);
  expect(run).toMatchObject({ total: 6, per100: 75, seed: 3 });
  const text = effortSummary({ folder: '/f', images: 8, classes: 2, page: 4, runs: [run] });
  expect(text).toMatch(/a habit +3 +6 +75\.0/);
  expect(text).toMatch(/one by one +8 +100\.0/);
});

it('understands its words', () => {
  const parse = (words: string) =>
    parseCommandLine(words.split(' '), { cwd: '/home/user', version: '1', backbones: [] });
  expect(parse('bench-effort photos --seed 1,2 --rest')).toEqual({
    command: 'bench-effort',
    options: { folder: '/home/user/photos', seeds: [1, 2], rest: true, json: null, force: false },
  });
  expect(parse('bench-effort photos')).toMatchObject({ options: { seeds: [0], rest: false } });
});
