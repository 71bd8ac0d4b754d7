/** @file Accepting the certain guesses of a class: which, in which order, in one step, and the list as before. */
import { describe, expect, it } from 'vitest';
import { openFake } from '../fake/session';
import { guessTable, type RowGuess } from '../fake/table';

const sure = (index: number, confidence: number, word: RowGuess['word'] = 3): RowGuess => ({
  top: [[index, confidence, confidence]],
  word,
});

/** 0 labelled A · 1 A .99 · 2 A .91 · 3 A .7 · 4 B .99 · 5 A .95, but unlike anything · 6 A .97, for checking. */
async function open(scale: number | null = 10) {
  const fixture = await openFake({ count: 7 });
  const [a = '', b = ''] = await fixture.addClasses('A', 'B');
  await fixture.label(a, 0);
  const items = [fixture.main.items[6]?.id ?? ''];
  await fixture.main.call('project:apply', { name: 'setRole', items, role: 'check' });
  const rows = [sure(0, 0.99), sure(0, 0.99), sure(0, 0.91), sure(0, 0.7, 2), sure(1, 0.99)];
  fixture.session.takeGuesses(guessTable([a, b], [...rows, sure(0, 0.95, 1), sure(0, 0.97)], scale));
  const shown = () => Array.from(fixture.session.view.list.order);
  return { ...fixture, a, b, shown };
}

describe('certain guesses', () => {
  it('are shown alone, the least certain first, as the threshold says', async () => {
    const { session, a, shown } = await open();
    session.confident.open(a);
    expect(shown()).toEqual([2, 1]);
    session.confident.setThreshold(0.5);
    expect(shown()).toEqual([3, 2, 1]);
    session.confident.setThreshold(0.95);
    expect(shown()).toEqual([1]);
  });

  it('are of an ordinary class unless the background was chosen', async () => {
    const { session, a, b } = await open();
    await session.classes.edit(a, { kind: 'background' });
    // Neither labelled nor guessed, so that nothing is chosen.
    session.takeGuesses(guessTable([a, b], [], 10));
    session.selection.focusOn(6);
    session.confident.open();
    expect(session.confident.info?.id).toBe(b);
    session.confident.open(a);
    expect(session.confident.info?.id).toBe(a);
  });

  it('are the likely ones where no percentage may be said', async () => {
    const { session, a, shown } = await open(null);
    session.confident.open(a);
    expect(session.confident.threshold).toBeNull();
    expect(shown()).toEqual([2, 1]);
  });

  it('are labelled in one step, and the list is as before', async () => {
    const { main, session, a, shown } = await open();
    session.view.show({ kind: 'image' });
    session.view.sortBy('name', true);
    session.confident.open(a);
    await session.confident.accept();
    const items = [2, 1].map((row) => main.items[row]?.id);
    expect(main.calls.at(-1)).toEqual(['project:apply', { name: 'label', items, class: a, how: 'bulk' }]);
    expect(session.view.filter).toEqual({ kind: 'image' });
    expect(session.view.order).toEqual({ by: 'name', reversed: true });
    expect(shown()).toHaveLength(7);
    expect(session.notices.done).toEqual({
      sentence: 'Labelled 2 images as A',
      revision: session.project.revision,
    });
    await session.work.undo();
    expect(session.project.tally.labelled).toBe(1);
  });

  it('leave out what was decided while looking', async () => {
    const { main, session, a, b } = await open();
    session.confident.open(a);
    session.selection.only(2);
    await session.labelling.label(b);
    expect(session.confident.rows).toEqual([1]);
    await session.confident.accept();
    expect(main.calls.at(-1)?.[1]).toMatchObject({ items: [main.items[1]?.id], class: a });
  });

  it('are left by any other filter, and by closing', async () => {
    const { session, a } = await open();
    session.confident.open(a);
    session.view.set('set', undefined);
    expect(session.confident.info).toBeNull();
    session.confident.open(a);
    session.confident.close();
    expect(session.view.filter).toEqual({});
  });

  it('are those of the class that is shown, else of what the focused image is', async () => {
    const { session, a, b } = await open();
    session.selection.only(4);
    session.confident.open();
    expect(session.confident.info?.id).toBe(b);
    session.confident.close();
    session.view.showClass(a);
    session.confident.open();
    expect(session.confident.info?.id).toBe(a);
  });
});
