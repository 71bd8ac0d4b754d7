/** @file While the engine opens the project, at first or under another framing, nobody may ask it about the project. */
import { expect, test } from 'vitest';
import type { Framing } from '../../../../main/contract/model';
import { Items } from '../../../../main/images/items';
import { Reader, type ReaderParts } from '../../../../main/images/reader';

const nothing = () => undefined;
const STRETCH: Framing = { kind: 'stretch' };
const CROP: Framing = { kind: 'centreCrop' };

/** A reader whose engine opens only when it is told to. */
function opening() {
  const opened: Framing[] = [];
  const waiting: (() => void)[] = [];
  const call = (name: string, { framing }: { framing: Framing }) => {
    if (name !== 'open') return Promise.resolve({ missing: [] });
    opened.push(framing);
    return new Promise<void>((resolve) => waiting.push(resolve));
  };
  const parts = {
    ...{ framing: STRETCH, thumbnails: null, engine: { call }, sidecar: '', inputSize: 224 },
    ...{ decoder: {}, index: { get: () => null }, readOnly: false },
  };
  const events = { progress: nothing, embeddings: nothing, trouble: nothing };
  const reader = new Reader(new Items('secret', nothing), parts as unknown as ReaderParts, events);
  const open = async (): Promise<void> => {
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()!();
  };
  return { reader, opened, open };
}

test('it is open once the engine says so, and not while it changes to another framing', async () => {
  const { reader, opened, open } = opening();
  const started = reader.engineStarted();
  expect(reader.engineOpen).toBe(false);
  await open();
  await started;
  expect(reader.engineOpen).toBe(true);
  const changed = reader.setFraming(CROP);
  expect(reader.engineOpen).toBe(false);
  await open();
  await changed;
  expect(reader.engineOpen).toBe(true);
  expect(opened).toEqual([STRETCH, CROP]);
});

test('a framing that is chosen while another one is opened comes after it, and only then all is open', async () => {
  const { reader, opened, open } = opening();
  const started = reader.engineStarted();
  const changed = reader.setFraming(CROP);
  const back = reader.setFraming(STRETCH);
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
