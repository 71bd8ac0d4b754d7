/** @file Going through a blind check: keys, the way on, and what is left out. */
import { describe, expect, it } from 'vitest';
import { openFake } from '../fake/session';

/** Two classes, of which rows 0 and 1 are labelled, and a check of four images. */
async function checked() {
  const fixture = await openFake({ count: 12 });
  const { main, session, addClasses, label } = fixture;
  const [a = '', b = ''] = await addClasses('A', 'B');
  await label(a, 0);
  await label(b, 1);
  const items = [7, 3, 9, 5].map((row) => session.project.items[row]?.id ?? '');
  await main.call('project:apply', { name: 'setRole', items, role: 'check' });
  session.checking.takeUp();
  return { ...fixture, a, b, checking: session.checking };
}

describe('a check', () => {
  it('shows its images in the order drawn, and goes on with each label', async () => {
    const { checking } = await checked();
    expect(checking.current?.row).toBe(7);
    await checking.labelWithKey('2');
    expect(checking.current?.row).toBe(3);
    expect(checking.counts).toEqual({ total: 4, labelled: 1, cannotTell: 0, left: 3 });
  });

  it('goes back and forward, and a label can be changed or taken away', async () => {
    const { a, b, checking, session } = await checked();
    await checking.label(a);
    checking.go('left');
    expect(checking.current).toMatchObject({ row: 7, class: a });
    await checking.label(b);
    expect(session.project.classOf(7)).toBe(b);
    checking.go('home');
    await checking.label(null);
    expect(checking.current).toMatchObject({ row: 7, class: null });
    checking.go('end');
    expect(checking.current?.row).toBe(5);
  });

  it('leaves out what cannot be told, counts it, and takes it in again with a label', async () => {
    const { a, checking } = await checked();
    await checking.cannotTell();
    expect(checking.counts).toEqual({ total: 4, labelled: 0, cannotTell: 1, left: 3 });
    expect(checking.current?.row).toBe(3);
    checking.go('home');
    await checking.label(a);
    expect(checking.counts).toEqual({ total: 4, labelled: 1, cannotTell: 0, left: 3 });
  });

  it('ends with the last one, and is taken up at the first that is left', async () => {
    const { a, checking } = await checked();
    for (let image = 0; image < 2; image++) await checking.label(a);
    checking.leave();
    expect(checking.running).toBe(false);
    checking.takeUp();
    expect(checking.current?.row).toBe(9);
    for (let image = 0; image < 2; image++) await checking.label(a);
    expect(checking.running).toBe(false);
    expect(checking.counts.left).toBe(0);
  });

  it('labels with a class that is made on the way, whatever is selected in the grid', async () => {
    const { checking, session } = await checked();
    session.selection.only(2);
    await checking.create('C');
    const made = session.project.document.classes.find(({ name }) => name === 'C');
    expect(session.project.classOf(7)).toBe(made?.id);
    expect(session.project.classOf(2)).toBeNull();
  });

  it('is given back to learning in one step', async () => {
    const { a, checking, main, session } = await checked();
    await checking.label(a);
    await checking.giveBack();
    expect(session.project.document.roles).toEqual({});
    expect(checking.running).toBe(false);
    await main.call('project:undo');
    expect(Object.keys(session.project.document.roles)).toHaveLength(4);
  });
});
