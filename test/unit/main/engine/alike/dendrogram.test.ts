/** @file Ward's clustering beside its definition, and the order of the leaves. */
import { describe, expect, it } from 'vitest';
import { ward, type Dendrogram } from '../../../../../main/engine/alike/dendrogram';
import { leafOrder } from '../../../../../main/engine/alike/leaves';
import { Synthetic } from '../imprinting/synthetic';

type Point = readonly number[];

const squared = (one: Point, other: Point) => one.reduce((sum, x, i) => sum + (x - other[i]!) ** 2, 0);
const distances = (points: readonly Point[]) =>
  Float32Array.from(points.flatMap((one) => points.map((other) => squared(one, other))));

/** Items below each merge, as sets in words. */
function branches(tree: Dendrogram): string[] {
  const below: number[][] = Array.from({ length: tree.items }, (_, item) => [item]);
  for (let i = 0; i < tree.left.length; i++)
    below.push([...below[tree.left[i]!]!, ...below[tree.right[i]!]!].sort((a, b) => a - b));
  return below
    .slice(tree.items)
    .map((items) => items.join(' '))
    .sort();
}

/** By the definition: each time the two are joined whose joining adds least to the sum of squares within clusters. */
function byDefinition(points: readonly Point[]): string[] {
  const spread = (items: readonly number[]) => {
    const mean = points[0]!.map((_, d) => items.reduce((sum, i) => sum + points[i]![d]!, 0) / items.length);
    return items.reduce((sum, i) => sum + squared(points[i]!, mean), 0);
  };
  let clusters: number[][] = points.map((_, i) => [i]);
  const joined: string[] = [];
  while (clusters.length > 1) {
    const pairs = clusters.flatMap((one, i) => clusters.slice(i + 1).map((other) => [one, other] as const));
    const cost = ([one, other]: (typeof pairs)[number]) =>
      spread([...one, ...other]) - spread(one) - spread(other);
    const [one, other] = pairs.reduce((best, pair) => (cost(pair) < cost(best) ? pair : best));
    const both = [...one, ...other].sort((a, b) => a - b);
    clusters = [...clusters.filter((each) => each !== one && each !== other), both];
    joined.push(both.join(' '));
  }
  return joined.sort();
}

const space = new Synthetic(3, 6);
const points = Array.from({ length: 40 }, () => [...space.image(space.centre())]);

describe("Ward's clustering", () => {
  it('joins what its definition joins', () => {
    expect(branches(ward(distances(points), points.length))).toEqual(byDefinition(points));
  });

  it('does not depend on the order of the items', () => {
    const turned = [...points].reverse();
    const names = (text: string) =>
      text
        .split(' ')
        .map((item) => points.length - 1 - Number(item))
        .sort((a, b) => a - b)
        .join(' ');
    const found = branches(ward(distances(turned), turned.length))
      .map(names)
      .sort();
    expect(found).toEqual(branches(ward(distances(points), points.length)));
  });

  it('ends where all items are equal, and for a single one', () => {
    const same = ward(new Float32Array(25), 5);
    expect([...same.left, ...same.right].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(ward(Float32Array.of(0), 1).left).toHaveLength(0);
  });
});

describe('the leaves', () => {
  const onALine = [5, 0, 9, 4, 1, 8].map((x) => [x]);
  const order = (some: readonly Point[]) => {
    const all = distances(some);
    return leafOrder(ward(all.slice(), some.length), (one, other) => all[one * some.length + other]!);
  };

  it('of points on a line lie as on the line', () => {
    const along = [...order(onALine)].map((i) => onALine[i]![0]!);
    expect(along[0]! < along[1]! ? along : along.reverse()).toEqual([0, 1, 4, 5, 8, 9]);
  });

  it('are all items, each once', () => {
    expect([...order(points)].sort((a, b) => a - b)).toEqual([...points.keys()]);
    expect([...order([[1]])]).toEqual([0]);
  });

  it('of each branch lie together', () => {
    const place = new Map([...order(points)].map((item, at) => [item, at]));
    for (const branch of branches(ward(distances(points), points.length))) {
      const places = branch.split(' ').map((item) => place.get(Number(item))!);
      expect(Math.max(...places) - Math.min(...places)).toBe(places.length - 1);
    }
  });
});
