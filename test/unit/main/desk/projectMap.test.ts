/** @file The map between engine and window. */
import { describe, expect, test } from 'vitest';
import type { MapState } from '../../../../main/contract/areas/map';
import { ProjectMap } from '../../../../main/desk/projectMap';
import { EngineGone } from '../../../../main/engine/supervisor';

const state = (progress: MapState['progress']): MapState => ({
  ...{ method: 'pca', count: 1, points: Float32Array.of(1, 2), mapped: 1, added: 0, progress },
});

function mapOf(answer: () => void = () => undefined) {
  const asked: unknown[] = [];
  const shown: MapState[] = [];
  const call = (...call: unknown[]): Promise<unknown> => {
    asked.push(call);
    return Promise.resolve().then(answer);
  };
  const engine = { call } as unknown as ConstructorParameters<typeof ProjectMap>[0];
  return { map: new ProjectMap(engine, (one) => shown.push(one)), asked, shown };
}

const gone = (): void => {
  throw new EngineGone('ended');
};

describe('the map of the open project', () => {
  test('is begun, cancelled and put away by the engine', async () => {
    const { map, asked } = mapOf();
    await map.start(5);
    await map.cancel();
    await map.close();
    expect(asked).toEqual([
      ['startMap', { seed: 5 }],
      ['cancelMap', undefined],
      ['closeMap', undefined],
    ]);
  });

  test('while the engine is away: says so to who begins one, and has nothing to cancel', async () => {
    const { map } = mapOf(gone);
    await expect(map.start(1)).rejects.toThrow('Nothing is lost');
    await map.cancel();
    await map.close();
  });

  test('is not the one of the project before', async () => {
    const { map, shown } = mapOf();
    map.changed(state(null));
    await map.start(1);
    map.changed(state(null));
    expect(shown).toHaveLength(1);
  });

  test('is no longer being drawn once the engine has ended; what is shown stays', async () => {
    const { map, shown } = mapOf();
    await map.start(1);
    map.engineGone();
    map.changed(state({ done: 3, total: 1000, secondsLeft: null }));
    map.engineGone();
    map.engineGone();
    expect(shown).toEqual([state({ done: 3, total: 1000, secondsLeft: null }), state(null)]);
  });
});
