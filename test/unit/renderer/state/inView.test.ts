import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StudioBridge } from '../../../../main/contract/calls';
import { READY, WAITING } from '../../../../renderer/logic/rowTable';
import { InView } from '../../../../renderer/state/inView';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function looking(...states: number[]) {
  const call = vi.fn().mockResolvedValue(undefined);
  const client = { bridge: { call } as unknown as StudioBridge };
  const project = { tables: { rows: { states: Uint8Array.from(states) } } };
  return { call, inView: new InView({ client, project }) };
}

it('tells which of the rows in view are not read yet, once for many changes', () => {
  const { call, inView } = looking(READY, WAITING, WAITING, WAITING);
  inView.changed(() => [0, 1]);
  inView.changed(() => [3, 0, 2]);
  vi.runAllTimers();
  expect(call.mock.calls).toEqual([['images:inView', [3, 2]]]);
});

it('says nothing while everything in view is read', () => {
  const { call, inView } = looking(READY, WAITING);
  inView.changed(() => [0]);
  vi.runAllTimers();
  expect(call).not.toHaveBeenCalled();
  inView.changed(() => [1]);
  vi.runAllTimers();
  expect(call).toHaveBeenCalledTimes(1);
});

it('asks nothing of what is gone, but of what came in its place', () => {
  const { call, inView } = looking(WAITING, WAITING);
  const gone = vi.fn(() => [0]);
  inView.changed(gone);
  inView.gone(gone);
  vi.runAllTimers();
  expect(gone).not.toHaveBeenCalled();
  inView.changed(gone);
  inView.changed(() => [1]);
  inView.gone(gone);
  vi.runAllTimers();
  expect(gone).not.toHaveBeenCalled();
  expect(call.mock.calls).toEqual([['images:inView', [1]]]);
});
