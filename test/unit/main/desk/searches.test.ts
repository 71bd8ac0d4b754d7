/** @file What a search asks the engine about, and what a person hears where it cannot answer. */
import { describe, expect, test } from 'vitest';
import { Searches } from '../../../../main/desk/searches';
import type { EngineCalls } from '../../../../main/engine/protocol';
import { EngineGone } from '../../../../main/engine/supervisor';
import { newDocument } from '../../../../main/projects/document';

const ids = ['f/a', 'f/b', 'f/c', 'box:1', 'f/d', 'f/e', 'f/f'];
const rows = ids.map((id, index) => ({ id, index, folder: 'f', state: id === 'f/d' ? 'waiting' : 'ready' }));
const items = { rows, indexOf: (id: string) => (ids.includes(id) ? ids.indexOf(id) : null) };
const box = { x: 0, y: 0, width: 1, height: 1 };
const document = {
  ...newDocument({ name: 'Pond', folders: [], now: '2026-01-01T00:00:00.000Z' }),
  excluded: { 'f/b': true as const, 'f/unknown': true as const },
  boxes: { 1: { image: 'f/b', box } },
  roles: { 'f/e': 'check' as const },
  labels: { 'f/f': { class: 'a', how: 'hand' as const, by: 'me', at: '2026-01-01T00:00:00.000Z' } },
};

function searches(answer: (name: keyof EngineCalls, arg: unknown) => unknown) {
  const call = (name: keyof EngineCalls, arg: unknown) => Promise.resolve().then(() => answer(name, arg));
  const answers = { caughtUp: () => Promise.resolve() };
  const parts = [{ document }, { items }, { call }, answers] as unknown as ConstructorParameters<
    typeof Searches
  >;
  return new Searches(...parts);
}

describe('doubtful items', () => {
  test('are looked for among what is read, unlabelled, not excluded and not for the check', async () => {
    const asked: unknown[] = [];
    const answer = (...call: unknown[]) => {
      asked.push(call);
      return Uint32Array.of(2);
    };
    expect(await searches(answer).doubtful(3)).toEqual(Uint32Array.of(2));
    expect(asked).toEqual([
      ['doubtful', { count: 3, rows: Uint32Array.of(0, 2), scenes: Int32Array.of(-1, -1) }],
    ]);
  });
});

describe('an order by likeness', () => {
  test('is of all rows but excluded images and the boxes in them', async () => {
    const asked: unknown[] = [];
    const answer = (...call: unknown[]) => {
      asked.push(call);
      return Uint32Array.of(2, 0);
    };
    expect(await searches(answer).alike()).toEqual(Uint32Array.of(2, 0));
    expect(asked).toEqual([['arrange', { leftOut: [1, 3] }]]);
  });

  test('can be cancelled while the engine is away', async () => {
    const away = () => {
      throw new EngineGone('gone');
    };
    await expect(searches(away).cancelAlike()).resolves.toBeUndefined();
    await expect(searches(away).alike()).rejects.toThrow('Nothing is lost');
  });
});

describe('similar items', () => {
  test('are asked for by rows, without excluded images, the boxes in them and the blind check', async () => {
    const asked: unknown[] = [];
    const found = { rows: Uint32Array.of(0, 2), cosines: Float32Array.of(1, 0.5) };
    const answer = (...call: unknown[]) => {
      asked.push(call);
      return found;
    };
    expect(await searches(answer).similar(['f/a', 'f/gone'])).toBe(found);
    expect(asked).toEqual([['similar', { rows: [0], leftOut: [1, 3, 5] }]]);
    await searches(answer).similar(['f/e', 'f/c']);
    expect(asked[1]).toEqual(['similar', { rows: [2], leftOut: [1, 3, 5] }]);
  });

  test('of the blind check alone are refused', async () => {
    const none = () => ({ rows: new Uint32Array(0), cosines: new Float32Array(0) });
    await expect(searches(none).similar(['f/e'])).rejects.toThrow('belong to the blind check');
  });

  test('of what has not been read are refused with what to do', async () => {
    const none = () => ({ rows: new Uint32Array(0), cosines: new Float32Array(0) });
    await expect(searches(none).similar(['f/a'])).rejects.toThrow('Wait until this image has been read');
  });

  test('while the engine is away: nothing is lost', async () => {
    const gone = () => {
      throw new EngineGone('ended');
    };
    await expect(searches(gone).similar(['f/a'])).rejects.toThrow('Nothing is lost');
  });
});
