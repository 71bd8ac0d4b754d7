/** @file Own classes beside the backbone's, in both joins. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { logits } from '../../../../../main/engine/imprinting/head';
import { argmax } from '../../../../../main/engine/imprinting/vectors';
import { lessonOf, project, ROWS } from './project';

const { matrix, raw, constants } = project();
const guesser = () => new Guesser(matrix, constants, tensorScorer(tf));

describe.each(['replace', 'append'] as const)('beside base classes, join %s', (join) => {
  const lesson = lessonOf([4, 2, 6, 3], { base: 'imagenet', join });

  it('tells the best base class of each row and whether the joint head prefers it', async () => {
    const taught = guesser();
    const { guesses } = await taught.teach(lesson);
    let wins = 0;
    for (let index = 0; index < ROWS; index += 3) {
      const scores = logits(taught.head()!, raw[index]!);
      const base = scores.slice(0, constants.classes);
      expect(guesses.base[index]).toBe(argmax(base));
      expect(guesses.baseWins[index]).toBe(argmax(scores) < constants.classes ? 1 : 0);
      expect(guesses.top[index * guesses.k]).toBe(argmax(scores.slice(constants.classes)));
      wins += guesses.baseWins[index]!;
    }
    expect(wins).toBeGreaterThan(20);
    expect(guesses.baseNames[guesses.base[0]!]).toBe(`base ${guesses.base[0]}`);
    expect(Object.keys(guesses.baseNames).map(Number).sort()).toEqual([...new Set(guesses.base)].sort());
  });

  it('scores base classes once, and again only where an embedding has changed', async () => {
    const few = project(40);
    const scored: number[] = [];
    const counting = {
      prepare: (rows: Parameters<typeof plainScorer.prepare>[0]) => {
        const prepared = plainScorer.prepare(rows);
        const note = (units: Float32Array) => scored.push(units.length / few.matrix.dimension);
        return {
          ...prepared,
          best: (units: Float32Array, f: Float32Array | null) => (note(units), prepared.best(units, f)),
        };
      },
    };
    const taught = new Guesser(few.matrix, constants, counting);
    await taught.teach(lesson);
    await taught.teach({ ...lesson, samples: lesson.samples.slice(1) });
    few.matrix.set(12, few.raw[13]!);
    const { guesses } = await taught.teach(lesson);
    expect(scored).toEqual([40, 1]);
    expect(guesses.base[12]).toBe(guesses.base[13]);
  });

  it('shows base classes before anything was taught', async () => {
    const { guesses } = await guesser().teach(lessonOf([], { base: 'imagenet', join }));
    expect(guesses.base.every((k) => k >= 0)).toBe(true);
    expect(guesses.baseWins.some(Boolean)).toBe(false);
  });
});

describe('base classes of very many images', () => {
  it('are not waited for: own guesses come first, and are the same with them', async () => {
    const many = project(2500);
    const lesson = {
      ...lessonOf([4, 4, 4, 4], { base: 'imagenet' }),
      checks: [{ index: 99, class: 3, group: 'x' }],
    };
    const guesser = new Guesser(many.matrix, many.constants, tensorScorer(tf));
    const first = await guesser.teach(lesson);
    expect(first.basePending).toBe(2500);
    expect(first.guesses.base.every((base) => base === -1)).toBe(true);
    expect(first.estimate.check).toBeNull();
    await guesser.completeBase();
    const second = await guesser.teach(lesson);
    expect(second.basePending).toBe(0);
    expect(second.guesses.base.every((base) => base >= 0)).toBe(true);
    expect(second.guesses.top).toEqual(first.guesses.top);
    expect(second.guesses.confidence).toEqual(first.guesses.confidence);
    expect(second.estimate.check).toMatchObject({ n: 1 });
  });

  it('are found while lessons are answered, from what is known until then', async () => {
    const many = project(4000);
    const guesser = new Guesser(many.matrix, many.constants, tensorScorer(tf));
    await guesser.teach(lessonOf([4, 4, 4, 4], { base: 'imagenet' }));
    const before = tf.memory().numTensors;
    const completing = guesser.completeBase();
    const answers = [1, 2, 3].map((revision) =>
      guesser.teach(lessonOf([5, 5, 5], { base: 'imagenet' }, revision)),
    );
    const settled = await Promise.allSettled(answers);
    expect(settled.at(-1)).toMatchObject({ status: 'fulfilled' });
    await completing;
    const { basePending, guesses } = await guesser.teach(lessonOf([4, 4], { base: 'imagenet' }, 9));
    expect(basePending).toBe(0);
    expect(guesses.base.every((base) => base >= 0)).toBe(true);
    expect(tf.memory().numTensors).toBe(before);
  });
});
