/** @file Images are embedded in full batches while they come, and at once when nothing more does. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { InputMessage } from '../../../../main/images/decoder/protocol';
import { Intake } from '../../../../main/engine/intake';

const BATCH = 8;
let batches: number[][];
let intake: Intake;

beforeEach(() => {
  vi.useFakeTimers();
  batches = [];
  intake = new Intake(BATCH, (batch) => batches.push(batch.map(({ id }) => id)));
});

afterEach(() => vi.useRealTimers());

const push = (...ids: number[]): void => ids.forEach((id) => intake.push(message(id)));

it('embeds a full batch without waiting, in the order in which the images came', () => {
  push(1, 2, 3, 4, 5, 6, 7, 8, 9);
  expect(batches).toEqual([[1, 2, 3, 4, 5, 6, 7, 8]]);
});

it('waits for the next one as long as they keep coming', () => {
  for (let id = 1; id <= BATCH; id++) {
    expect(batches).toEqual([]);
    push(id);
    vi.advanceTimersByTime(40);
  }
  expect(batches).toEqual([[1, 2, 3, 4, 5, 6, 7, 8]]);
});

it('embeds what there is when nothing more comes for a moment, and only once', () => {
  push(1, 2);
  vi.advanceTimersByTime(100);
  push(3);
  vi.advanceTimersByTime(1000);
  expect(batches).toEqual([[1, 2], [3]]);
});

function message(id: number): InputMessage {
  return {
    id,
    hash: String(id),
    box: null,
    framing: { kind: 'stretch' },
    pixels: new Uint8Array(0),
    size: 0,
  };
}
