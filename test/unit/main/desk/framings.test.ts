/** @file What another framing would cost. */
import { expect, test } from 'vitest';
import { Framings } from '../../../../main/desk/framings';
import { EngineGone } from '../../../../main/engine/supervisor';

const box = { x: 0, y: 0, width: 1, height: 1 };
const rows = ['ready', 'ready', 'waiting', 'failed', 'gone', 'ready', 'ready'].map((state, index) => ({
  ...{ index, state, box: index === 5 ? box : null },
}));
/** Excluded: it is not read either. */
const spares = (index: number): boolean => index === 6;
const hash = (index: number): string | null => (index === 2 ? null : `hash ${index}`);

function framings(answer: () => unknown) {
  const asked: unknown[] = [];
  const call = (...args: unknown[]) => {
    asked.push(args);
    return Promise.resolve().then(answer);
  };
  const library = {
    items: { rows, hash },
    reader: { framing: { kind: 'stretch' }, inputSize: 224, sidecar: '/p/embeddings', spares },
  };
  const parts = [library, { call }] as unknown as ConstructorParameters<typeof Framings>;
  return { asked, framings: new Framings(...parts) };
}

test('images are read again that were never seen this way; boxes and what cannot be read are not', async () => {
  const { asked, framings: one } = framings(() => ['hash 1', 'hash 9']);
  expect(await one.cost({ kind: 'centreCrop' })).toEqual({ side: 224, images: 2 });
  expect(asked).toEqual([['keptFor', { sidecar: '/p/embeddings', framing: { kind: 'centreCrop' } }]]);
});

test('the present one costs nothing, and the engine is not asked', async () => {
  const { asked, framings: one } = framings(() => []);
  expect(await one.cost({ kind: 'stretch' })).toEqual({ side: 224, images: 0 });
  expect(asked).toEqual([]);
});

test('nothing is said of how many while the engine is away', async () => {
  const { framings: one } = framings(() => {
    throw new EngineGone('ended');
  });
  expect(await one.cost({ kind: 'centreCrop' })).toEqual({ side: 224, images: null });
});
