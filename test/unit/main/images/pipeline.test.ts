import { describe, expect, test, vi } from 'vitest';
import type { ImageFailure, Progress } from '../../../../main/contract/model';
import type { DecodeResult } from '../../../../main/images/decoder/protocol';
import { Pipeline } from '../../../../main/images/pipeline';
import { success } from './decoder/fakeHost';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A decoder and an engine that do what the test says, and no sooner. */
class Bench {
  readonly asked: { id: number; index: number; answer: (result: DecodeResult) => void }[] = [];
  readonly embedded: number[] = [];
  readonly failed: [number, ImageFailure][] = [];
  readonly said: Progress[] = [];
  refuse = false;
  #next = 1;
  readonly pipeline = new Pipeline({
    submit: (index) => {
      const id = this.#next++;
      const result = new Promise<DecodeResult>((resolve, reject) => {
        if (this.refuse) reject(new Error('The decoder was stopped.'));
        else this.asked.push({ id, index, answer: resolve });
      });
      return { id, result };
    },
    decoded: () => undefined,
    known: () => undefined,
    embedded: (index) => this.embedded.push(index),
    failed: (index, failure) => this.failed.push([index, failure]),
    progress: (progress) => this.said.push(progress),
  });

  /** Answers everything that was asked so far. */
  async decodeAll(): Promise<number[]> {
    const taken = this.asked.splice(0);
    for (const { id, answer } of taken) answer(success(id));
    await tick();
    return taken.map(({ id }) => id);
  }
}

const indexes = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('the pipeline', () => {
  test('does not count the time in which nothing was to be read as slow work', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    const bench = new Bench();
    const read = async (rows: number[]): Promise<void> => {
      bench.pipeline.add(rows);
      bench.pipeline.engineEmbedded(await bench.decodeAll());
      await bench.pipeline.idle();
    };
    await read(indexes(20));
    expect(bench.pipeline.progress.rate).toBeCloseTo(10);
    now += 3_600_000;
    await read([20]);
    expect(bench.pipeline.progress.rate).toBeNull();
    clock.mockRestore();
  });

  test('keeps a bounded number of images under way and ends idle', async () => {
    const bench = new Bench();
    bench.pipeline.add(indexes(100));
    expect(bench.asked).toHaveLength(48);
    while (bench.asked.length > 0) {
      bench.pipeline.engineEmbedded(await bench.decodeAll());
      await tick();
    }
    expect(bench.embedded.sort((a, b) => a - b)).toEqual(indexes(100));
    expect(bench.pipeline.progress).toMatchObject({ state: 'idle', done: 100, total: 100, failed: 0 });
  });

  test('reads first what somebody looks at, though as many as there may be are under way', () => {
    const bench = new Bench();
    bench.pipeline.add(indexes(200));
    bench.pipeline.prefer([150, 149, 7, 500]);
    // 7 was under way already, and 500 is not waiting.
    expect(bench.asked.slice(48).map(({ index }) => index)).toEqual([150, 149]);
    bench.pipeline.prefer(indexes(200).slice(60));
    expect(bench.asked).toHaveLength(80);
  });

  test('counts an image whose embedding came before its decoding was reported', async () => {
    const bench = new Bench();
    bench.pipeline.add([7]);
    bench.pipeline.engineEmbedded([1]);
    await bench.decodeAll();
    await bench.pipeline.idle();
    expect(bench.embedded).toEqual([7]);
  });

  test('decodes again what an ended engine had in hand, and gives an image up after five engines', async () => {
    const bench = new Bench();
    bench.pipeline.add([3]);
    for (let engine = 1; engine <= 5; engine++) {
      await bench.decodeAll();
      bench.pipeline.engineGone();
      await tick();
    }
    expect(bench.asked).toHaveLength(0);
    expect(bench.failed).toEqual([[3, expect.objectContaining({ code: 'engine-ended' })]]);
  });

  test('reports a file that cannot be decoded and goes on with the others', async () => {
    const bench = new Bench();
    bench.pipeline.add([0, 1]);
    const [first] = bench.asked.splice(0, 1);
    first?.answer({ id: first.id, failure: { code: 'empty', reason: 'The file is empty.' } });
    bench.pipeline.engineEmbedded(await bench.decodeAll());
    await bench.pipeline.idle();
    expect(bench.failed).toEqual([[0, { code: 'empty', reason: 'The file is empty.' }]]);
    expect(bench.embedded).toEqual([1]);
  });

  test('names the decoder when it cannot be had', async () => {
    const bench = new Bench();
    bench.refuse = true;
    bench.pipeline.add([0]);
    await bench.pipeline.idle();
    expect(bench.failed[0]?.[1]).toEqual({ code: 'decoder-unavailable', reason: 'The decoder was stopped.' });
  });

  test('pauses, resumes, cancels and takes up again what was cancelled', async () => {
    const bench = new Bench();
    bench.pipeline.add(indexes(60));
    bench.pipeline.pause();
    bench.pipeline.engineEmbedded(await bench.decodeAll());
    await tick();
    expect(bench.asked).toHaveLength(0);
    expect(bench.pipeline.progress).toMatchObject({ state: 'paused', done: 48 });
    bench.pipeline.cancel();
    expect(bench.pipeline.progress).toMatchObject({ state: 'cancelled', done: 48, total: 60 });
    bench.pipeline.resume();
    expect(bench.asked).toHaveLength(12);
    bench.pipeline.engineEmbedded(await bench.decodeAll());
    await bench.pipeline.idle();
    expect(bench.pipeline.progress).toMatchObject({ state: 'idle', done: 60, total: 60 });
  });

  test('keeps what was cancelled while something new is read', async () => {
    const bench = new Bench();
    bench.pipeline.add(indexes(60));
    bench.pipeline.cancel();
    bench.pipeline.engineEmbedded(await bench.decodeAll());
    await bench.pipeline.idle();
    bench.pipeline.add([60]);
    bench.pipeline.engineEmbedded(await bench.decodeAll());
    await bench.pipeline.idle();
    expect(bench.pipeline.progress).toMatchObject({ state: 'cancelled', done: 49, total: 61 });
    bench.pipeline.resume();
    bench.pipeline.engineEmbedded(await bench.decodeAll());
    await bench.pipeline.idle();
    expect(bench.pipeline.progress).toMatchObject({ state: 'idle', done: 61, total: 61 });
  });

  test('forgets for good what is cleared', async () => {
    const bench = new Bench();
    bench.pipeline.add(indexes(60));
    bench.pipeline.clear();
    bench.pipeline.engineEmbedded(await bench.decodeAll());
    await bench.pipeline.idle();
    expect(bench.embedded).toHaveLength(48);
    expect(bench.asked).toHaveLength(0);
    expect(bench.pipeline.progress).toMatchObject({ state: 'idle', done: 48, total: 48 });
    bench.pipeline.clear();
    bench.pipeline.add(indexes(3));
    expect(bench.pipeline.progress).toMatchObject({ state: 'running', done: 0, total: 3 });
  });
});
