import { expect, it } from 'vitest';
import { RowQueue } from '../../../../main/images/rowQueue';

function queueOf(...rows: number[]): RowQueue {
  const queue = new RowQueue();
  for (const row of rows) queue.push(row);
  return queue;
}

function takeAll(queue: RowQueue): number[] {
  const all: number[] = [];
  for (let row = queue.take(); row !== undefined; row = queue.take()) all.push(row);
  return all;
}

it('gives rows in the order they came', () => {
  expect(takeAll(queueOf(3, 1, 2))).toEqual([3, 1, 2]);
  expect(new RowQueue().take()).toBeUndefined();
});

it('gives first what somebody looks at, as it is seen, and each row once', () => {
  const queue = queueOf(0, 1, 2, 3, 4, 5);
  queue.prefer([4, 3, 9]);
  expect(queue.isPreferred).toBe(true);
  expect(takeAll(queue)).toEqual([4, 3, 0, 1, 2, 5]);
  expect(queue.length).toBe(0);
});

it('forgets who was looked at before', () => {
  const queue = queueOf(0, 1, 2, 3);
  queue.prefer([3]);
  queue.prefer([2]);
  expect([queue.take(), queue.take()]).toEqual([2, 0]);
});

it('gives a row as often as it was put in, whoever looks at it', () => {
  const queue = queueOf(0, 7, 7, 1);
  queue.prefer([7]);
  expect(queue.take()).toBe(7);
  expect(takeAll(queue).sort((a, b) => a - b)).toEqual([0, 1, 7]);
  queue.push(7);
  expect(takeAll(queue)).toEqual([7]);
});

it('gives everything back that waits, and begins anew', () => {
  const queue = queueOf(0, 1, 2, 3);
  queue.prefer([2]);
  queue.take();
  expect(queue.clear()).toEqual([0, 1, 3]);
  queue.push(2);
  expect(queue.isPreferred).toBe(false);
  expect(takeAll(queue)).toEqual([2]);
});

it('keeps its order over many thousands', () => {
  const rows = Array.from({ length: 5000 }, (_, row) => row);
  const queue = queueOf(...rows);
  queue.prefer([4000]);
  expect(takeAll(queue)).toEqual([4000, ...rows.filter((row) => row !== 4000)]);
});
