/** @file What another backbone would cost, and choosing it. */
import { expect, test } from 'vitest';
import { BackboneChoices, type BackboneChoicesParts } from '../../../../../main/desk/backbones/choices';
import { EngineGone } from '../../../../../main/engine/supervisor';

const rows = ['ready', 'ready', 'waiting', 'failed', 'gone', 'ready'].map((state, index) => ({
  index,
  state,
}));
const OWN = 'own-0123456789ab';
const list = ['lite0', 'lite2', OWN].map((id) => ({
  ...{ id, name: `name of ${id}`, hash: `hash of ${id}`, dimension: 3, inputSize: 96 },
  model: id === OWN ? 'tfjs-graph' : null,
}));
const NOTED = { name: `name of ${OWN}`, kind: 'tfjs-graph', side: 96 };

function choices(backbone: string, answer: () => unknown, base = 'none') {
  const [asked, applied] = [[] as unknown[], [] as unknown[]];
  const parts = {
    installed: { list, of: () => null },
    store: {
      document: { settings: { backbone, base } },
      apply: (command: unknown) => Promise.resolve(applied.push(command)),
    },
    library: {
      items: { rows, hash: (index: number) => (index === 2 ? null : `content ${index}`) },
      // Excluded: it is not read either.
      reader: { framing: { kind: 'stretch' }, sidecar: '/p', spares: (index: number) => index === 5 },
    },
    engine: {
      call: (...args: unknown[]) => {
        asked.push(args);
        return Promise.resolve().then(answer);
      },
    },
  } as unknown as BackboneChoicesParts;
  return { asked, applied, choices: new BackboneChoices(parts) };
}

test('images and boxes are read that it has not seen; the present one costs nothing and nobody is asked', async () => {
  const { asked, choices: some } = choices('lite0', () => ['content 1', 'content 9']);
  expect(await some.costs()).toEqual([
    { id: 'lite0', items: 0 },
    { id: 'lite2', items: 2 },
    { id: OWN, items: 2 },
  ]);
  const backbones = ['lite2', OWN].map((id) => ({ hash: `hash of ${id}`, dimension: 3 }));
  expect(asked).toEqual(
    backbones.map((backbone) => ['keptFor', { sidecar: '/p', framing: { kind: 'stretch' }, backbone }]),
  );
});

test('how many cannot be told while the engine is away', async () => {
  const { choices: some } = choices('lite0', () => {
    throw new EngineGone('ended');
  });
  expect(await some.costs()).toContainEqual({ id: 'lite2', items: null });
});

test('choosing is one command, which leaves a trained head in the project', async () => {
  const { applied, choices: some } = choices('lite0', () => []);
  await some.choose('lite2');
  expect(applied).toEqual([{ name: 'setSettings', changes: { backbone: 'lite2', ownBackbone: null } }]);
  await some.choose('lite0');
  expect(applied).toHaveLength(1);
});

test('going back from a tuned one to its own puts away the head with it', async () => {
  const { applied, choices: some } = choices('lite0-tuned-0123456789ab', () => []);
  await some.choose('lite0');
  expect(applied).toEqual([
    { name: 'setSettings', changes: { backbone: 'lite0', ownBackbone: null, head: null } },
  ]);
});

test('one of the person’s own is noted and base classes go with it in one step; they stay with a shipped one', async () => {
  const { applied, choices: some } = choices('lite0', () => [], 'imagenet');
  await some.choose(OWN);
  await some.choose('lite2');
  expect(applied).toEqual([
    { name: 'setSettings', changes: { backbone: OWN, ownBackbone: NOTED, base: 'none' } },
    { name: 'setSettings', changes: { backbone: 'lite2', ownBackbone: null } },
  ]);
});

test('what is not installed is refused', async () => {
  const { applied, choices: some } = choices('lite0', () => []);
  await expect(some.choose('lite9')).rejects.toThrow('There is no backbone ‘lite9’ in this installation.');
  expect(applied).toEqual([]);
});
