/** @file What keys do to the selected images. */
import { describe, expect, it } from 'vitest';
import { openFake } from '../fake/session';
import { guessTable } from '../fake/table';

const commands = (main: Awaited<ReturnType<typeof openFake>>['main']) =>
  main.calls.flatMap(([channel, command]) => (channel === 'project:apply' ? [command] : []));

describe('a label by key', () => {
  it('goes to the focused image and moves on to the next unlabelled one', async () => {
    const { session, addClasses, label } = await openFake();
    const [a = ''] = await addClasses('A');
    await label(a, 1);
    session.selection.only(0);
    await session.labelling.labelWithKey('1');
    expect(session.project.classOf(0)).toBe(a);
    expect(session.selection.focus).toBe(2);
  });

  it('stays where it is with auto-advance off, and with several selected', async () => {
    const { session, addClasses } = await openFake();
    const [a = ''] = await addClasses('A');
    session.selection.only(0);
    session.selection.toggle(3);
    await session.labelling.label(a);
    expect(session.selection.focus).toBe(3);
    expect(session.project.tally.labelled).toBe(2);
    session.view.setAutoAdvance(false);
    session.selection.only(5);
    await session.labelling.label(a);
    expect(session.selection.focus).toBe(5);
  });

  it('does nothing for a key that no class has', async () => {
    const { main, session } = await openFake();
    session.selection.only(0);
    await session.labelling.labelWithKey('7');
    expect(commands(main)).toEqual([]);
  });

  it('is taken back on the screen when main refuses, with the reason', async () => {
    const { main, session, addClasses } = await openFake();
    const [a = ''] = await addClasses('A');
    session.selection.only(0);
    main.failNext = 'The disk is full.';
    await session.labelling.label(a);
    expect(session.project.classOf(0)).toBeNull();
    expect(session.notices.shown.at(-1)).toMatchObject({ kind: 'error', text: 'The disk is full.' });
  });
});

describe('accepting', () => {
  it('takes one guess as accepted, and several as bulk in one step', async () => {
    const { main, session, addClasses } = await openFake();
    const [a = '', b = ''] = await addClasses('A', 'B');
    const guess = (index: number) => ({
      top: [[index, 0.9, 0.8] as [number, number, number]],
      word: 3 as const,
    });
    session.project.guesses = guessTable([a, b], [guess(0), guess(0), guess(1)]);
    session.selection.only(1);
    const before = commands(main).length;
    await session.labelling.accept();
    session.project.guesses = guessTable([a, b], [guess(0), guess(0), guess(1)]);
    session.selection.only(0);
    session.selection.toggle(2);
    await session.labelling.accept();
    expect(commands(main).slice(before)).toEqual([
      { name: 'labelMany', how: 'accepted', labels: [{ class: a, items: ['f1/photo-1.jpg'] }] },
      {
        name: 'labelMany',
        how: 'bulk',
        labels: [
          { class: a, items: ['f1/photo-0.jpg'] },
          { class: b, items: ['f1/photo-2.jpg'] },
        ],
      },
    ]);
    expect([0, 2].map((row) => session.project.classOf(row))).toEqual([a, b]);
    expect(session.project.undo).toBe('Accept 2 guesses');
  });

  it('says so where there is no guess, and never touches a labelled image', async () => {
    const { main, session, addClasses, label } = await openFake();
    const [a = '', b = ''] = await addClasses('A', 'B');
    await label(a, 0);
    session.project.guesses = guessTable([a, b], [{ top: [[1, 0.9, 0.8]], word: 3 }]);
    session.selection.only(0);
    const before = commands(main).length;
    await session.labelling.accept();
    expect(commands(main)).toHaveLength(before);
    expect(session.notices.shown).toHaveLength(1);
  });
});

it('excludes what is selected, and includes it again once all of it is out', async () => {
  const { session } = await openFake();
  session.selection.only(0);
  await session.labelling.toggleExcluded();
  session.selection.toggle(1);
  await session.labelling.toggleExcluded();
  expect(session.view.survey.tabs.excluded).toBe(2);
  await session.labelling.toggleExcluded();
  expect(session.view.survey.tabs.excluded).toBe(0);
});
