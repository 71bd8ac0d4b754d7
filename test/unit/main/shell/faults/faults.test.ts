/** @file When the person hears of a fault. The clipboard and the dialogs of the system are what cannot be had here. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fault } from '../../../../../main/contract/areas/faults';
import { Faults } from '../../../../../main/shell/faults/faults';

vi.mock('electron', () => ({ clipboard: { writeText: () => undefined } }));

function watched() {
  const told: Fault[] = [];
  const about = () =>
    Promise.resolve({
      facts: ['facts'],
      dumps: [],
      log: '',
      private: { home: '/home/ada', own: [], names: ['Perch'], images: [] },
    });
  const faults = new Faults({
    about,
    tell: (fault) => told.push(fault),
    chooseFile: () => Promise.resolve(null),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { faults, told, settled };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

test('what it says of itself names nothing of the person’s, and the same is told once', async () => {
  const { faults, told, settled } = watched();
  const error = new Error('Perch is in /home/ada/x\nand more');
  faults.happened('main', error);
  faults.happened('main', error);
  await settled();
  expect(told).toEqual([{ kind: 'main', message: '<name> is in <path>' }]);
  expect(await faults.text()).toContain('2 since the start');
});

test('what is no error is told as well', async () => {
  const { faults, told, settled } = watched();
  faults.happened('main', 'a word');
  await settled();
  expect(told).toEqual([{ kind: 'main', message: 'a word' }]);
});

test('an engine that ends now and then comes back by itself; one that keeps ending is told', async () => {
  const { faults, told, settled } = watched();
  for (let i = 0; i < 5; i++) {
    faults.lost('engine');
    vi.advanceTimersByTime(61_000);
  }
  await settled();
  expect(told).toEqual([]);
  faults.lost('engine');
  faults.lost('engine');
  await settled();
  expect(told.map(({ kind }) => kind)).toEqual(['engine']);
});

test('a decoder that could not be started is told at once', async () => {
  const { faults, told, settled } = watched();
  faults.lost('decoder');
  await settled();
  expect(told.map(({ kind }) => kind)).toEqual(['decoder']);
});

test('a report that is not saved is no fault', async () => {
  const { faults } = watched();
  expect(await faults.save()).toBeNull();
});
