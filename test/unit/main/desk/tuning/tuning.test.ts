/** @file From labels to a tuned backbone and back, as a person goes about it; and what happens on the way. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PersonError } from '../../../../../main/contract/errors';
import { SMALL_ID } from '../../engine/backbone/small';
import { itemOf, Lake } from './lake';

const request = { epochs: 2, seed: 3 };
let lake: Lake;
beforeAll(async () => {
  lake = await Lake.open();
});
beforeEach(() => lake.anew());
afterAll(() => lake.close());

const run = () => lake.tuning.state.run!;

async function trained(): Promise<void> {
  lake.tuning.start(request);
  await lake.tuning.settled();
  expect(run()).toMatchObject({ status: 'ready', trouble: null });
}

describe('a run', () => {
  test('reads the labelled images once, trains, and says what it came to', async () => {
    await lake.anew(true);
    await trained();
    expect([...lake.read].sort((a, b) => a - b)).toEqual([...Array(30).keys()]);
    expect(run()).toMatchObject({ images: 30, groups: 30, classes: 6, leftOut: 0 });
    expect(run().report!.before).toMatchObject({ n: 6, groups: 6, why: null });
    const seen = lake.told.map(({ run: one }) => one!.status);
    expect([...new Set(seen)]).toEqual(['reading', 'training', 'ready']);
    await lake.tuning.discard();
    expect(lake.tuning.state).toEqual({ standing: { kind: 'shipped' }, run: null });
    // What was read is kept.
    await trained();
    expect(lake.read).toHaveLength(30);
  });

  test('is kept as a step that names the backbone, and put away by one that goes back', async () => {
    await trained();
    await lake.tuning.keep();
    const { backbone } = lake.document.settings;
    expect(backbone).toMatch(/^small-net-tuned-/);
    expect(lake.tuning.state.run).toBeNull();
    const folder = await lake.tuning.follow(lake.document);
    expect(folder).toBe(lake.kept.dirOf(backbone));
    expect(lake.tuning.state.standing).toMatchObject({ kind: 'tuned', tuned: { request, images: 30 } });
    // The six that were asked taught nothing: they are what an estimate may rest on.
    expect([...Array(30).keys()].filter((n) => lake.tuning.learntFrom()(itemOf(n)))).toHaveLength(24);
    await lake.see(folder);
    await lake.tuning.back();
    expect(lake.document.settings.backbone).toBe(SMALL_ID);
    expect(await lake.tuning.follow(lake.document)).toBeNull();
    expect(lake.tuning.learntFrom()(itemOf(0))).toBe(false);
  });

  test('learns from a copy: what is labelled otherwise meanwhile keeps it from being kept', async () => {
    lake.tuning.start(request);
    for (let n = 0; n < 30; n++) lake.label(n, null);
    await lake.tuning.settled();
    expect(run()).toMatchObject({ status: 'ready', images: 30 });
    await expect(lake.tuning.keep()).rejects.toThrow('have another label now');
    expect(lake.document.settings.backbone).toBe(SMALL_ID);
  });

  test('does without an image that cannot be read, and says so', async () => {
    await lake.anew(true);
    lake.onRead = (row) => {
      if (row === 7) throw new Error('gone');
    };
    await trained();
    expect(run()).toMatchObject({ images: 29, leftOut: 1 });
  });
});

describe('what cannot be', () => {
  test('a run with one class, a second one, keeping nothing', async () => {
    for (let n = 5; n < 30; n++) lake.label(n, null);
    expect(() => lake.tuning.start(request)).toThrow(PersonError);
    for (let n = 5; n < 10; n++) lake.label(n, 'c1');
    lake.tuning.start(request);
    expect(() => lake.tuning.start(request)).toThrow('under way');
    await expect(lake.tuning.keep()).rejects.toThrow('Train first');
    await lake.tuning.settled();
  });

  test('it is cancelled while images are read', async () => {
    await lake.anew(true);
    lake.onRead = (row) => {
      if (row === 3) void lake.tuning.cancel();
    };
    lake.tuning.start(request);
    await lake.tuning.settled();
    expect(run().status).toBe('cancelled');
    await expect(lake.tuning.keep()).rejects.toThrow(PersonError);
  });

  test('it is cancelled while it trains, and can be begun again at once', async () => {
    lake.tuning.start({ ...request, epochs: 100 });
    await lake.epochs(2);
    await lake.tuning.cancel();
    expect(run().status).toBe('cancelled');
    await trained();
  });

  test('the engine ends while images are read, while it trains, and before it is kept', async () => {
    await lake.anew(true);
    lake.onRead = (row) => row === 3 && lake.engineEnds();
    lake.tuning.start(request);
    await lake.tuning.settled();
    expect(run()).toMatchObject({ status: 'failed' });
    lake.onRead = () => undefined;
    lake.tuning.start({ ...request, epochs: 100 });
    await lake.epochs(2);
    lake.engineEnds();
    await lake.tuning.settled();
    expect(run()).toMatchObject({
      status: 'failed',
      trouble: expect.stringContaining('Nothing was changed') as string,
    });
    await trained();
    lake.engineEnds();
    expect(run().status).toBe('failed');
    await expect(lake.tuning.keep()).rejects.toThrow('Train first');
  });
});

test('it is ended when the images are to be seen another way', async () => {
  lake.tuning.start({ ...request, epochs: 100 });
  lake.document.settings.framing = { kind: 'centreCrop' };
  await lake.tuning.follow(lake.document);
  lake.document.settings.framing = { kind: 'stretch' };
  expect(run()).toMatchObject({
    status: 'failed',
    trouble: expect.stringContaining('another way') as string,
  });
  await lake.tuning.settled();
  expect(run().status).toBe('failed');
});

describe('a kept backbone', () => {
  let kept: string;
  beforeAll(async () => {
    await lake.anew();
    await trained();
    await lake.tuning.keep();
    kept = lake.document.settings.backbone;
  });
  beforeEach(() => (lake.document.settings.backbone = kept));

  const learnt = (): number => [...Array(30).keys()].find((n) => lake.tuning.learntFrom()(itemOf(n)))!;

  test('is out of use once a label that it learnt from is taken away, and back when that is undone', async () => {
    await lake.tuning.follow(lake.document);
    const n = learnt();
    const { class: of } = lake.document.labels[itemOf(n)]!;
    lake.label(n, null);
    expect(await lake.tuning.follow(lake.document)).toBeNull();
    expect(lake.tuning.state.standing).toMatchObject({ kind: 'out of use', tuned: { images: 30 } });
    lake.label(n, of === 'c0' ? 'c1' : 'c0');
    expect(await lake.tuning.follow(lake.document)).toBeNull();
    lake.label(n, of);
    lake.document.roles[itemOf(n)] = 'check';
    expect(await lake.tuning.follow(lake.document)).toBeNull();
    delete lake.document.roles[itemOf(n)];
    expect(await lake.tuning.follow(lake.document)).not.toBeNull();
  });

  test('is out of use without its files, and says that labels are safe', async () => {
    lake.document.settings.backbone = `${SMALL_ID}-tuned-0123456789ab`;
    expect(await lake.tuning.follow(lake.document)).toBeNull();
    expect(lake.tuning.state.standing).toMatchObject({ kind: 'out of use', tuned: null });
  });
});
