/** @file Sets to evaluate, from the project and from embeddings that somebody gives. */
import { describe, expect, it } from 'vitest';
import { subset, unitOf } from '../../../../../main/engine/evaluation/evaluatedSet';
import { labelledSetFrom, labelledSetOf } from '../../../../../main/engine/evaluation/labelledSet';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { unitEmbedding } from '../../../../../main/engine/imprinting/unit';
import { lessonOf, project } from '../guessing/project';
import { bytes } from '../imprinting/synthetic';

describe('the set of the open project', () => {
  const { matrix, raw } = project(300);

  it('has the learning images that were read, in the order of their rows', () => {
    const lesson = lessonOf([3, 2, 4]);
    matrix.remove(lesson.samples[0]!.index);
    const set = labelledSetOf({ samples: [...lesson.samples].reverse() }, matrix);
    matrix.set(lesson.samples[0]!.index, raw[lesson.samples[0]!.index]!);
    const rows = lesson.samples.slice(1).map(({ index }) => index);
    expect([...set.rows]).toEqual(rows.sort((a, b) => a - b));
    expect([...set.labels].filter((own) => own === 0)).toHaveLength(2);
    set.rows.forEach((row, i) => {
      expect(bytes(unitOf(set, i))).toBe(bytes(matrix.unit(row)));
      expect(set.lengths[i]).toBe(matrix.length(row));
    });
  });

  it('leaves classes without images out, says which are in it, and marks what was accepted in bulk', () => {
    const lesson = lessonOf([2, 0, 3]);
    const samples = lesson.samples.map((sample, i) => ({ ...sample, group: 'one scene', bulk: i === 0 }));
    const set = labelledSetOf({ samples }, matrix);
    expect(set.places).toEqual([0, 2]);
    expect(set.classes).toBe(2);
    expect(new Set(set.groups).size).toBe(1);
    expect([...set.asked].filter((asked) => asked === 0)).toHaveLength(1);
    expect(set.asked[set.rows.indexOf(samples[0]!.index)]).toBe(0);
  });
});

describe('classes of several prototypes', () => {
  const { matrix } = project(300);

  it('are the background and those of several looks, by their places in the set', () => {
    const lesson = lessonOf([2, 0, 3, 2]);
    const [first, second, third, last] = lesson.classes;
    const several = (classes: Lesson['classes']) => labelledSetOf({ ...lesson, classes }, matrix).several;
    expect(several(lesson.classes)).toBeNull();
    expect(labelledSetOf({ samples: lesson.samples }, matrix).several).toBeNull();
    expect(several([first!, { ...second!, severalLooks: true }, third!, last!])).toBeNull();
    expect(several([first!, second!, { ...third!, kind: 'background' }, last!])).toEqual([
      false,
      true,
      false,
    ]);
    expect(several([first!, second!, third!, { ...last!, severalLooks: true }])).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('the set of given embeddings', () => {
  const values = Float32Array.from([3, 4, 0, 2, 1, 0, 6, 8]);

  it('has unit embeddings, lengths, classes and groups by name', () => {
    const set = labelledSetFrom({ dimension: 2, values, labels: [5, 2, 5, 2], groups: ['b', 'a', 'b', 'c'] });
    expect(bytes(unitOf(set, 0))).toBe(bytes(unitEmbedding(Float32Array.of(3, 4))));
    expect([...set.lengths]).toEqual([5, 2, 1, 10]);
    expect([set.places, [...set.labels], [...set.groups]]).toEqual([
      [2, 5],
      [1, 0, 1, 0],
      [1, 0, 1, 2],
    ]);
  });

  it('refuses embeddings that are no numbers, with how many and where, and too few of them', () => {
    const broken = Float32Array.from(values);
    [broken[1], broken[4], broken[5]] = [NaN, 0, 0];
    expect(() => labelledSetFrom({ dimension: 2, values: broken, labels: [0, 0, 1, 1] })).toThrow(
      /2 of 4 embeddings are not usable.*rows 0, 2/,
    );
    expect(() => labelledSetFrom({ dimension: 2, values, labels: [0, 0, 1] })).toThrow(
      /4 embeddings.* 3 labelled/,
    );
  });

  it('gives some rows with their classes numbered anew', () => {
    const set = labelledSetFrom({ dimension: 2, values, labels: [0, 1, 2, 1] });
    const some = subset({ ...set, several: [true, false, true] }, Int32Array.of(3, 2), [1, 2]);
    expect(some.several).toEqual([false, true]);
    expect(subset(set, Int32Array.of(3, 2), [1, 2]).several).toBeNull();
    expect([...some.labels]).toEqual([0, 1]);
    expect([...some.units]).toEqual([...unitOf(set, 3), ...unitOf(set, 2)]);
    expect(() => subset(set, Int32Array.of(0), [1, 2])).toThrow(/class 0/);
  });
});
