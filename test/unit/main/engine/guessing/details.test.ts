/** @file What is told of one item. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { softmax } from '../../../../../main/engine/imprinting/head';
import { argmax } from '../../../../../main/engine/imprinting/vectors';
import { lessonOf, project, ROWS, rowsOf } from './project';

const { matrix, raw, constants } = project();
const guesser = () => new Guesser(matrix, constants, tensorScorer(tf));

describe('details', () => {
  it('tell all own classes, best first, as the table does', async () => {
    const taught = guesser();
    const { guesses } = await taught.teach(lessonOf([5, 5, 5, 5]));
    const { guesses: all, item, base } = taught.details(9);
    expect(item).toBe('9');
    expect(all).toHaveLength(4);
    expect(all.reduce((sum, { confidence }) => sum + confidence!, 0)).toBeCloseTo(1, 6);
    all.slice(0, 3).forEach((guess, rank) => {
      expect(guess.class).toBe(guesses.classes[guesses.top[27 + rank]!]);
      expect(guess.confidence).toBeCloseTo(guesses.confidence[27 + rank]!, 5);
      expect(guess.cosine).toBeCloseTo(guesses.cosine[27 + rank]!, 5);
    });
    expect(base).toEqual([]);
  });

  it('tell the eight nearest labelled items, without the item itself', async () => {
    const taught = guesser();
    await taught.teach(lessonOf([5, 5, 5, 5]));
    const { neighbours } = taught.details(0);
    expect(neighbours).toHaveLength(8);
    expect(neighbours.map(({ item }) => item)).not.toContain('0');
    const labelled = [0, 1, 2, 3].flatMap((c) => rowsOf(c, 5)).filter((index) => index !== 0);
    const cosine = (index: number) =>
      matrix.unit(0).reduce((sum, value, i) => sum + value * matrix.unit(index)[i]!, 0);
    const nearest = labelled.sort((a, b) => cosine(b) - cosine(a)).slice(0, 8);
    expect(neighbours.map(({ item }) => Number(item))).toEqual(nearest);
    expect(neighbours[0]!.cosine).toBeCloseTo(cosine(nearest[0]!), 6);
  });

  it('tell the backbone’s own five best labels where base classes are shown', async () => {
    const taught = guesser();
    await taught.teach(lessonOf([5, 5], { base: 'imagenet' }));
    const { base } = taught.details(4);
    const own = Float64Array.from({ length: constants.classes }, (_, k) =>
      raw[4]!.reduce(
        (sum, a, i) => sum + a * constants.weights[i * constants.classes + k]!,
        constants.bias[k]!,
      ),
    );
    expect(base).toHaveLength(5);
    expect(base[0]).toEqual({
      label: `base ${argmax(own)}`,
      confidence: expect.closeTo(Math.max(...softmax(own)), 5) as number,
    });
  });

  it('say nothing of a row without an embedding, and before anything was taught', async () => {
    const taught = guesser();
    expect(taught.details(0)).toEqual({ item: '0', guesses: [], base: [], neighbours: [] });
    expect(taught.head()).toBeNull();
    await taught.teach(lessonOf([1, 1]));
    expect(taught.details(ROWS + 5)).toMatchObject({ guesses: [], neighbours: [] });
  });
});
