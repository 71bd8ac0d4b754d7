/** @file Contests in the engine: of the project's rows and of embeddings that come along, cancelled, and beside base classes. */
import { describe, expect, it } from 'vitest';
import type { ContestProgress } from '../../../../../main/contract/areas/evaluating';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { Contests } from '../../../../../main/engine/evaluating/contests';
import type { ContestQuestion, KnownImages } from '../../../../../main/engine/evaluating/question';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { D, project, rowsOf } from '../guessing/project';

const { matrix, constants, raw } = project(600);
const scorer = tensorScorer(tf);

function contests(idle: () => Promise<void> = () => Promise.resolve()) {
  const told: ContestProgress[] = [];
  const faults: unknown[] = [];
  const read = (hash: string) =>
    hash.startsWith('row ') ? Float32Array.from(matrix.raw(Number(hash.slice(4)))) : null;
  const parts = { matrix, constants, scorer, read, idle };
  const made = new Contests({
    ...parts,
    tell: (progress) => told.push(progress),
    fault: (error) => faults.push(error),
  });
  return { made, told, faults };
}

/** Three classes of eight, the second named first: its position is not its place. */
const images = [1, 0, 2].flatMap((own, position) =>
  rowsOf(own, 8).map((row) => ({ row, class: position, group: `g${row}`, bulk: false, domain: null })),
);
const ofProject: KnownImages = { embeddings: null, images };
const question = (some: Partial<ContestQuestion> = {}): ContestQuestion => ({
  ...{ revision: 4, set: ofProject, others: null, baseImages: null, across: false },
  classes: ['b', 'a', 'c', 'empty'].map((id) => ({ id, name: `Class ${id}` })),
  base: { base: 'none', join: 'replace', offset: 0 },
  ...{
    methods: ['imprinting', 'nearest'],
    rule: { kind: 'leave-one-out' },
    seed: 3,
    projection: 16,
    steps: null,
  },
  ...some,
});

describe('a contest in the engine', () => {
  it('names classes and rows as whoever asked knows them', async () => {
    const { made, told } = contests();
    const found = (await made.run(question()))!;
    expect(found).toMatchObject({
      revision: 4,
      classes: ['Class b', 'Class a', 'Class c'],
      classIds: ['b', 'a', 'c'],
    });
    expect(found.results.map(({ method, failed }) => [method, failed])).toEqual([
      ['imprinting', null],
      ['nearest', null],
    ]);
    const rows = Object.values(found.results[0]!.confusion.items).flat();
    expect(rows.sort((a, b) => a - b)).toEqual(images.map(({ row }) => row).sort((a, b) => a - b));
    expect(found.results[0]!.confusion.items[0]!.every((row) => row % 4 === 1)).toBe(true);
    expect(told.at(-1)).toMatchObject({ done: 16, total: 16 });
  });

  it('gives several prototypes to the background and to classes of several looks, wherever rows come from', async () => {
    const values = new Float32Array(raw.length * D);
    raw.forEach((a, row) => values.set(a, row * D));
    const classes = question().classes.map((one, c) => ({ ...one, ...(c === 1 && { severalLooks: true }) }));
    for (const embeddings of [null, { dimension: D, values }]) {
      const found = (await contests().made.run(question({ classes, set: { embeddings, images } })))!;
      expect(found.notes).toEqual([expect.stringMatching(/^Class a: several prototypes/)]);
    }
    expect((await contests().made.run(question()))!.notes).toEqual([]);
  });

  it('says the same of the same embeddings when they come along', async () => {
    const values = new Float32Array(raw.length * D);
    raw.forEach((a, row) => values.set(a, row * D));
    const given = question({ set: { embeddings: { dimension: D, values }, images } });
    const [own, other] = [(await contests().made.run(question()))!, (await contests().made.run(given))!];
    const figures = ({ results }: typeof own) =>
      results.map(({ accuracy, confusion }) => [accuracy.value, confusion.counts]);
    expect(figures(other)).toEqual(figures(own));
  });

  it('measures base classes where images of them come along, and says why where none do', async () => {
    const base = { base: 'imagenet' as const, join: 'replace' as const, offset: 0 };
    const some = Array.from({ length: 30 }, (_, i) => 4 + 5 * i);
    const baseImages: KnownImages = {
      embeddings: null,
      images: some.map((row) => ({ row, class: row % 30, group: `${row}`, bulk: false, domain: null })),
    };
    const [measured, not] = [
      (await contests().made.run(question({ base, baseImages })))!.results[0]!,
      (await contests().made.run(question({ base })))!.results[0]!,
    ];
    expect(measured.base).toMatchObject({ n: 30, why: null });
    expect(measured.base.value).toBeGreaterThan(0.3);
    expect(not.base).toMatchObject({ value: null, why: expect.stringContaining('Not measured') as string });
    const hashed = baseImages.images.map(({ row, class: own }) => ({ hash: `row ${row}`, class: own }));
    const read = { hashed: [...hashed, { hash: 'gone', class: 1 }] };
    const files = (await contests().made.run(question({ base, baseImages: read })))!.results[0]!;
    expect(files.base).toEqual(measured.base);
  });

  it('ends at once when it is cancelled, without a tensor left, and another can begin', async () => {
    const before = tf.memory().numTensors;
    let pauses = 0;
    const { made } = contests(() => {
      if (++pauses === 3) made.cancel();
      return Promise.resolve();
    });
    expect(await made.run(question())).toBeNull();
    expect(pauses).toBeLessThan(6);
    expect(tf.memory().numTensors).toBe(before);
    expect(await made.run(question())).not.toBeNull();
  });

  it('is refused while one is under way, and where nothing can be asked', async () => {
    const { made } = contests();
    const first = made.run(question());
    await expect(made.run(question())).rejects.toThrow('under way');
    await first;
    const lone = question({ set: { embeddings: null, images: images.filter((one) => one.class === 0) } });
    await expect(made.run(lone)).rejects.toThrow('one class');
  });

  it('refuses embeddings of another network beside base classes, and those that are no numbers', async () => {
    const base = { base: 'imagenet' as const, join: 'replace' as const, offset: 0 };
    const values = Float32Array.from({ length: 24 * 8 }, (_, i) => 1 + Math.sin(i));
    const set: KnownImages = {
      embeddings: { dimension: 8, values },
      images: images.map((one, row) => ({ ...one, row })),
    };
    await expect(contests().made.run(question({ set, base }))).rejects.toThrow('not from the same network');
    values[17] = NaN;
    await expect(contests().made.run(question({ set }))).rejects.toThrow('1 of 24 embeddings are not usable');
  });

  it('asks across domains where every image says its own', async () => {
    const halves = images.map((one, i) => ({ ...one, domain: i % 2 === 0 ? 'north' : 'south' }));
    const across = question({
      set: { embeddings: null, images: halves },
      across: true,
      rule: { kind: 'k-fold', folds: 2 },
    });
    const found = (await contests().made.run(across))!;
    expect(found.protocol.across).toBe(true);
    expect(found.results[0]!.accuracy.n).toBe(24);
    await expect(contests().made.run(question({ across: true }))).rejects.toThrow('two of them');
  });
});
