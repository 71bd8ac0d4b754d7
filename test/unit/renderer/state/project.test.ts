/** @file The window's copy of a project: patches, gaps, painted labels, new rows. */
import { describe, expect, it } from 'vitest';
import { openFake } from '../fake/session';
import { fakeRow } from '../fake/photos';

describe('following main', () => {
  it('ends with the same document, after undo and redo too', async () => {
    const { main, session, addClasses, label } = await openFake();
    const [a = '', b = ''] = await addClasses('A', 'B');
    await label(a, 0, 1);
    await label(b, 2);
    await session.work.undo();
    expect(session.project.document).toEqual(main.document);
    expect(session.project.classOf(2)).toBeNull();
    await session.work.redo();
    expect(session.project.document).toEqual(main.document);
    expect(session.project.classOf(2)).toBe(b);
    await session.classes.merge(a, b);
    expect(session.project.classOf(0)).toBe(b);
    expect(session.project.tally.labelledAs.get(b)).toBe(3);
  });

  it('applies a change once, whether its event or its answer comes first', async () => {
    const { session, addClasses } = await openFake();
    await addClasses('A');
    expect(session.project.document.classes).toHaveLength(1);
  });

  it('notices that a change is missing', async () => {
    const { session } = await openFake();
    const { revision } = session.project;
    const change = { revision: revision + 2, patches: [], undo: null, redo: null };
    expect(session.project.follow(change)).toBe(false);
    expect(session.project.follow({ ...change, revision })).toBe(true);
    expect(session.project.revision).toBe(revision);
  });
});

describe('painted labels', () => {
  it('are seen at once and settle to the truth', async () => {
    const { session, addClasses } = await openFake();
    const [a = ''] = await addClasses('A');
    const settle = session.project.paint([0], a);
    expect(session.project.classOf(0)).toBe(a);
    settle();
    expect(session.project.classOf(0)).toBeNull();
  });

  it('outlast the answer to an earlier label of the same image', async () => {
    const { session, addClasses } = await openFake();
    const [a = '', b = ''] = await addClasses('A', 'B');
    const first = session.project.paint([0], a);
    const second = session.project.paint([0], b);
    first();
    expect(session.project.classOf(0)).toBe(b);
    second();
    expect(session.project.classOf(0)).toBeNull();
  });
});

describe('rows', () => {
  it('are replaced and appended, with labels kept', async () => {
    const { session, addClasses, label } = await openFake({ count: 3, read: 1 });
    const [a = ''] = await addClasses('A');
    await label(a, 2);
    session.takeRows([fakeRow([], 1, true), fakeRow([], 3, true)]);
    expect(session.project.items.map((item) => item.state)).toEqual(['ready', 'ready', 'waiting', 'ready']);
    expect(session.project.classOf(2)).toBe(a);
    expect(Array.from(session.view.list.order)).toEqual([0, 1, 2, 3]);
  });
});
