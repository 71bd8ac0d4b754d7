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

  it('is left to others before a field is asked for, when it is given up, and Escape always', () => {
    const typed = new TypedAhead();
    expect(typed.take(key('x'))).toBe(false);
    typed.begin();
    expect(typed.take(key('Escape'))).toBe(false);
    typed.end();
    expect(typed.take(key('x'))).toBe(false);
  });

  it.each(['/', 'n'])('after %s labels and excludes nothing', async (opening) => {
    const { main, session, addClasses } = await openFake({ count: 3 });
    await addClasses('A');
    session.selection.only(0);
    const studio = { session } as unknown as Studio;
    const press = (name: string) => {
      const event = {
        ...key(name),
        code: '',
        shiftKey: false,
        target: null,
        preventDefault: () => undefined,
      };
      handleKey(event as unknown as KeyboardEvent, studio);
    };
    const before = main.calls.length;
    for (const name of [opening, 'x', '1']) press(name);
    expect(main.calls.slice(before)).toEqual([]);
    expect(session.view.fields.typed.deliver()).toBe('x1');
    press('x');
    await Promise.resolve();
    expect(main.calls.slice(before)).toHaveLength(1);
  });
});
