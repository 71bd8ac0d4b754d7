/** @file Keys that come before the field they are meant for reach it, and do nothing else on the way. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { handleKey } from '../../../../renderer/keyboard/handle';
import type { Studio } from '../../../../renderer/state/studio.svelte';
import { TypedAhead } from '../../../../renderer/state/typedAhead';
import { openFake } from '../fake/session';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const key = (name: string) => ({ ...plain, key: name });

// Only asked whether a key's target is one.
beforeAll(() => void vi.stubGlobal('Element', class {}));
afterAll(() => void vi.unstubAllGlobals());

describe('what is typed ahead', () => {
  it('reaches the field once, as it was typed', () => {
    const typed = new TypedAhead();
    typed.begin();
    for (const name of ['F', 'i', 'x', 'Backspace', 's', 'h', 'Shift'])
      expect(typed.take(key(name))).toBe(true);
    expect(typed.deliver()).toBe('Fish');
    expect(typed.take(key('x'))).toBe(false);
    expect(typed.deliver()).toBe('');
  });

  it('is left to others before a field is asked for, and when it is given up', () => {
    const typed = new TypedAhead();
    expect(typed.take(key('x'))).toBe(false);
    typed.begin();
    typed.end();
    expect(typed.take(key('x'))).toBe(false);
  });

  it.each(['/', 'n'])('after %s labels and excludes nothing', async (opening) => {
    const { session, press, commands } = await typing('A');
    press(opening, 'x', '1');
    expect(commands()).toEqual([]);
    expect(session.view.fields.typed.deliver()).toBe('x1');
    press('x');
    await vi.waitFor(() => expect(commands()).toHaveLength(1));
  });

  it('labels by Enter with the class that the letters find, and the next key is the grid’s', async () => {
    const { session, press, commands, ids } = await typing('Fish', 'Windmill');
    press('/', 'w', 'i', 'Enter');
    expect([session.view.fields.finding, session.view.fields.typed.letters]).toEqual([false, null]);
    expect(commands()).toMatchObject([{ name: 'label', class: ids[1] }]);
    press('1');
    await vi.waitFor(() => expect(commands()[1]).toMatchObject({ name: 'label', class: ids[0] }));
  });

  it.each(['/', 'n'])('after %s makes by Enter a class of a new name, which labels', async (opening) => {
    const { session, press, commands } = await typing('Fish');
    press(opening, ...'Trout', 'Enter');
    expect([session.view.fields.finding, session.view.fields.naming]).toEqual([false, false]);
    await vi.waitFor(() => expect(commands()).toHaveLength(2));
    expect(commands()).toMatchObject([{ name: 'addClass', class: { name: 'Trout' } }, { name: 'label' }]);
  });

  it('waits for the field where Enter can do nothing, which then says why', async () => {
    const { session, press, commands } = await typing('Fish');
    press('n', ...'fish', 'Enter');
    expect(session.view.fields.naming).toBe(true);
    expect(session.view.fields.typed.deliver()).toBe('fish');
    expect(commands()).toEqual([]);
  });

  it.each(['/', 'n'])('after %s is given up by Escape', async (opening) => {
    const { session, press, commands } = await typing('Fish');
    press(opening, 'x', 'Escape');
    expect([session.view.fields.finding, session.view.fields.naming]).toEqual([false, false]);
    expect([session.selection.count, commands()]).toEqual([1, []]);
  });
});

/** A project with these classes and one image selected, and keys that come with no field in between. */
async function typing(...classes: string[]) {
  const { main, session, addClasses } = await openFake({ count: 3 });
  const ids = await addClasses(...classes);
  session.selection.only(0);
  const studio = { session } as unknown as Studio;
  const before = main.calls.length;
  const press = (...names: string[]): void => names.forEach((name) => handleKey(eventOf(name), studio));
  const commands = (): unknown[] => main.calls.slice(before).map(([, command]) => command);
  return { session, press, commands, ids };
}

function eventOf(name: string): KeyboardEvent {
  const untouched = { code: '', shiftKey: false, target: null, preventDefault: () => undefined };
  return { ...key(name), ...untouched } as unknown as KeyboardEvent;
}
