/** @file Class keys that have become commands of the window are exchanged for free ones, once. */
import { describe, expect, test } from 'vitest';
import { exchangeKeys, exchanges } from '../../../../main/desk/commandKeys';
import { addClass, classOf, open, projectFolder } from '../projects/support';

describe('keys that are commands now', () => {
  test('are exchanged on the disk, said with what became of them, and undone like any change', async () => {
    const folder = await projectFolder();
    const before = await open(folder);
    for (const [id, key] of [
      ['Perch', '1'],
      ['Roach', 'b'],
      ['Tench', 'z'],
    ])
      await before.apply(addClass(id ?? '', { key: key ?? null }));
    await before.close();

    const store = await open(folder);
    expect(await exchangeKeys(store)).toContain(
      'Roach has the key 2 instead of B; Tench has the key 3 instead of Z.',
    );
    await store.close();

    const again = await open(folder);
    expect(again.document.classes.map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(await exchangeKeys(again)).toBeNull();
    expect(again.titles.undo).toBe('Change the key of class Tench');
  });

  test('are none where all others are taken', () => {
    const taken = [...'1234567890acefghijklmopqrtuvwy'].map((key) => classOf(`c${key}`, { key }));
    expect(exchanges([...taken, classOf('late', { key: 'x' })])).toEqual([
      { info: classOf('late', { key: 'x' }), key: null },
    ]);
  });

  test('stay where nothing may be changed', async () => {
    const apply = () => Promise.reject(new Error('never'));
    const document = { classes: [classOf('Roach', { key: 'b' })] };
    const store = { document, readOnly: 'Another window has it open.', apply };
    expect(await exchangeKeys(store as unknown as Parameters<typeof exchangeKeys>[0])).toBeNull();
  });
});
