/** @file While the engine opens the project, at first or under another framing, nobody may ask it about the project. */
import { expect, test } from 'vitest';
import { describe } from '../../../../main/contract/errors';
import type { Framing } from '../../../../main/contract/model';
import { Items } from '../../../../main/images/items';
import { Reader } from '../../../../main/images/reader';
import type { ReaderParts } from '../../../../main/images/readerParts';

const nothing = () => undefined;
const STRETCH: Framing = { kind: 'stretch' };
const CROP: Framing = { kind: 'centreCrop' };
const seenAs = (framing: Framing) => ({ framing, shipped: { dir: '', inputSize: 224 }, tuned: null });

/** A reader whose engine opens only when it is told to. */
function opening(refused: string | null = null) {
  const opened: Framing[] = [];
  const waiting: (() => void)[] = [];
  const call = (name: string, { framing }: { framing: Framing }) => {
    if (name !== 'open') return Promise.resolve({ missing: [] });
    opened.push(framing);
    const answer = { embeddings: 0, refused };
    return new Promise((resolve) => waiting.push(() => resolve(answer)));
  };
  const parts = {
    ...{
      framing: STRETCH,
      thumbnails: null,
      engine: { call },
      sidecar: '',
      shipped: { dir: '', inputSize: 224 },
    },
    ...{ decoder: {}, index: { get: () => null }, readOnly: false },
  };
  const told: string[] = [];
  const trouble = (_: string, error: unknown) => told.push(describe(error));
  const events = { progress: nothing, embeddings: nothing, trouble };
  const reader = new Reader(new Items('secret', nothing), parts as unknown as ReaderParts, events);
  const open = async (): Promise<void> => {
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()!();
  };
  return { reader, opened, open, told };
}

test('it is open once the engine says so, and not while it changes to another framing', async () => {
  const { reader, opened, open } = opening();
  const started = reader.engineStarted();
  expect(reader.engineOpen).toBe(false);
  await open();
  await started;
  expect(reader.engineOpen).toBe(true);
  const changed = reader.setSeeing(seenAs(CROP));
  expect(reader.engineOpen).toBe(false);
  await open();
  await changed;
  expect(reader.engineOpen).toBe(true);
  expect(opened).toEqual([STRETCH, CROP]);
});

test('a framing that is chosen while another one is opened comes after it, and only then all is open', async () => {
  const { reader, opened, open } = opening();
  const started = reader.engineStarted();
  const changed = reader.setSeeing(seenAs(CROP));
  const back = reader.setSeeing(seenAs(STRETCH));
  await open();
  await started;
  await open();
  await changed;
  await open();
  await back;
  expect(opened.at(-1)).toEqual(STRETCH);
  expect(reader.engineOpen).toBe(true);
});

test('one that ends while it opens is not open', async () => {
  const { reader, open } = opening();
  const started = reader.engineStarted();
  reader.engineGone();
  await open();
  await started;
  expect(reader.engineOpen).toBe(false);
});

test('where the backbone cannot be used it is not open, and it is said; with another one it is', async () => {
  const { reader, open, told } = opening('The backbone cannot be used.');
  const started = reader.engineStarted();
  await open();
  await started;
  expect(reader.engineOpen).toBe(false);
  expect(told).toEqual(['The backbone cannot be used.']);
});

test('by a backbone that is not installed here nothing is seen: the side stays usable, and nothing is said twice', async () => {
  const { reader, open, told } = opening('Not installed.');
  const started = reader
    .setSeeing({ framing: STRETCH, shipped: null, called: '‘Mine’', tuned: null })
    .then(() => reader.engineStarted());
  await open();
  await started;
  expect(reader.engineOpen).toBe(false);
  expect(reader.inputSize).toBeGreaterThan(0);
  expect(told).toEqual([]);
});
