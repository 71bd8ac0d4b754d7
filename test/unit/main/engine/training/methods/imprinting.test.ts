/** @file Imprinting as a method is the imprinting that guesses come from. */
import { describe, expect, it } from 'vitest';
import { Guesser } from '../../../../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../../../../main/engine/guessing/lesson';
import { plainScorer } from '../../../../../../main/engine/guessing/scorer';
import type { Head } from '../../../../../../main/engine/imprinting/head';
import { prototype, imprint } from '../../../../../../main/engine/imprinting/imprint';
import { methodOf } from '../../../../../../main/engine/training';
import type { BaseSide } from '../../../../../../main/engine/training/method';
import { lessonOf, project } from '../../guessing/project';
import { bytes, sumsOf } from '../../imprinting/synthetic';
import { unitEmbedding } from '../../../../../../main/engine/imprinting/unit';
import { baseOf, contextOf, setOf, synthetic } from '../sets';

const world = project(160);
/** Frames of two form a group, so that groups are tested too. */
const grouped = (lesson: Lesson): Lesson => ({
  ...lesson,
  samples: lesson.samples.map((sample, i) => ({ ...sample, group: String(100 + Math.floor(i / 2)) })),
});
const numberedGroups = ({ samples }: Lesson): Lesson['samples'] =>
  samples.map((sample, i) => ({ ...sample, group: String(100 + i) }));
const labelled = ({ samples }: Lesson) =>
  setOf(samples.map((one) => ({ a: world.raw[one.index]!, label: one.class, group: Number(one.group) })));
const beside = (join: BaseSide['join']): BaseSide => ({ classifier: world.constants, join, offset: 0 });

/** Every class's groups look like nothing in common: three kinds of image in one, so that it has parts. */
function several(lesson: Lesson): Lesson {
  const classes = lesson.classes.map((one, c): Lesson['classes'][number] => {
    if (c === 0) return { ...one, severalLooks: true };
    return c === 2 ? { ...one, kind: 'background' } : one;
  });
  return { ...lesson, classes };
}
const SEVERAL = [true, false, true, false];

function expectSame(one: Head, other: Head): void {
  expect({ ...one, weights: bytes(one.weights), scale: bytes(one.scale), bias: bytes(one.bias) }).toEqual({
    ...other,
    weights: bytes(other.weights),
    scale: bytes(other.scale),
    bias: bytes(other.bias),
  });
}

describe.each([
  ['imprinting', false],
  ['balanced', true],
] as const)('%s', (id, balanced) => {
  it.each([
    ['few, unequal shots', [1, 3, 5]],
    ['enough for folds to have a say in the scale', [12, 4, 9, 7]],
  ])('makes the head of the guesses to the byte: %s', async (_, shots) => {
    for (const base of ['none', 'imagenet'] as const) {
      const lesson = grouped(lessonOf(shots, { balanced, base }));
      const guesser = new Guesser(world.matrix, world.constants, plainScorer);
      await guesser.teach(lesson);
      const context = contextOf({}, { base: base === 'none' ? null : beside('replace') });
      expectSame(await methodOf(id).fit(labelled(lesson), context), guesser.head()!);
    }
  });

  it('makes the head of the guesses where images were accepted in bulk: they say nothing of the scale', async () => {
    const lesson = lessonOf([12, 6, 9, 7], { balanced, base: 'none' });
    const samples = lesson.samples.map((sample, i) => ({
      ...sample,
      group: String(100 + i),
      bulk: i % 3 === 1,
    }));
    const guesser = new Guesser(world.matrix, world.constants, plainScorer);
    await guesser.teach({ ...lesson, samples });
    const asked = Uint8Array.from(samples, ({ bulk }) => Number(!bulk));
    const set = labelled({ ...lesson, samples });
    const head = await methodOf(id).fit({ ...set, asked }, contextOf());
    expectSame(head, guesser.head()!);
    expect(head.scale).not.toEqual((await methodOf(id).fit(set, contextOf())).scale);
  });

  it.each([
    ['in fewer groups than ten', [8, 3, 12, 5], true],
    ['in more, with a say in the scale', [26, 9, 30, 7], false],
    ['in too few for parts', [3, 3, 2, 5], false],
  ])(
    'makes the head of the guesses with a background and a class of several looks %s',
    async (_, shots, inTwos) => {
      for (const base of ['none', 'imagenet'] as const) {
        const plain = lessonOf(shots, { balanced, base });
        const lesson = several(inTwos ? grouped(plain) : { ...plain, samples: numberedGroups(plain) });
        const guesser = new Guesser(world.matrix, world.constants, plainScorer);
        await guesser.teach(lesson);
        const context = contextOf({}, { base: base === 'none' ? null : beside('replace') });
        const set = { ...labelled(lesson), several: SEVERAL };
        const head = await methodOf(id).fit(set, context);
        expectSame(head, guesser.head()!);
        if (shots[0]! < 8) expect(head.counts).toBeNull();
        else expect(head.counts!.slice(-4)).toEqual(inTwos ? [2, 1, 3, 1] : [8, 1, 8, 1]);
      }
    },
  );

  it('takes every shot by itself where a base stands beside: one class is enough', async () => {
    const { set, space } = synthetic([2]);
    const head = await methodOf(id).fit(set, contextOf({}, { base: baseOf(space, 'replace', 2.5) }));
    expect(head.classes).toBe(31);
    expect(head.bias.at(-1)).toBe(2.5);
  });
});

it('appended, plain imprinting is the head of the guesses to the byte', async () => {
  const lesson = grouped(lessonOf([4, 7, 3], { balanced: false, base: 'imagenet', join: 'append' }));
  const guesser = new Guesser(world.matrix, world.constants, plainScorer);
  await guesser.teach(lesson);
  const head = await methodOf('imprinting').fit(labelled(lesson), contextOf({}, { base: beside('append') }));
  expectSame(head, guesser.head()!);
});

it('appended, plain imprinting with a background and several looks is the head of the guesses to the byte', async () => {
  const lesson = several(
    grouped(lessonOf([14, 4, 20, 3], { balanced: false, base: 'imagenet', join: 'append' })),
  );
  const guesser = new Guesser(world.matrix, world.constants, plainScorer);
  await guesser.teach(lesson);
  const set = { ...labelled(lesson), several: SEVERAL };
  const head = await methodOf('imprinting').fit(set, contextOf({}, { base: beside('append') }));
  expectSame(head, guesser.head()!);
  expect(head.counts!.slice(-4)).toEqual([3, 1, 5, 1]);
});

it.each(['softmax', 'protonet', 'nca', 'wdae', 'nearest', 'logistic'] as const)(
  'several looks are nothing to %s',
  async (id) => {
    const { set } = synthetic([6, 4, 9]);
    const context = contextOf({ steps: 3 });
    const [one, other] = [
      await methodOf(id).fit(set, context),
      await methodOf(id).fit({ ...set, several: [true, false, true] }, context),
    ];
    expectSame(one, other);
  },
);

it('appended, balanced imprinting is refused with a sentence', async () => {
  const { set, space } = synthetic([2, 3]);
  const context = contextOf({}, { base: baseOf(space, 'append') });
  await expect(methodOf('balanced').fit(set, context)).rejects.toThrow(/only plain imprinting can/);
});

it('equal shots make balanced imprinting plain, and one shot is its own prototype', async () => {
  const { set } = synthetic([1, 1, 1]);
  const [plain, balanced] = [
    await methodOf('imprinting').fit(set, contextOf()),
    await methodOf('balanced').fit(set, contextOf()),
  ];
  expectSame(plain, balanced);
  expect([...plain.weights]).toEqual([...set.units]);
});

it('the number of a group does not matter, only which images share one', async () => {
  const { images } = synthetic([3, 4]);
  const renamed = images.map((one) => ({ ...one, group: one.group * 977 + 2 ** 20 }));
  const heads = await Promise.all(
    [images, renamed].map((some) => methodOf('balanced').fit(setOf(some), contextOf())),
  );
  expectSame(heads[0]!, heads[1]!);
});

it('rows are those of imprint()', async () => {
  const { set, images } = synthetic([2, 5]);
  const sums = [0, 1].map((c) =>
    sumsOf(
      images
        .filter(({ label }) => label === c)
        .map(({ a, group }) => ({ group: `${group}`, u: unitEmbedding(a) })),
    ),
  );
  const rows = imprint(sums, { balanced: true, base: false });
  const head = await methodOf('balanced').fit(set, contextOf());
  expect([...head.weights.subarray(0, 32)]).toEqual([...prototype(rows, 0)]);
});
