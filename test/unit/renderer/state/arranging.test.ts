/** @file The order by likeness is asked for once, kept while labelling, and made anew for what has come since. */
import { describe, expect, it } from 'vitest';
import { openFake, shelf } from '../fake/session';

const order = ({ view }: Awaited<ReturnType<typeof openFake>>['session']) => Array.from(view.list.order);
const asked = ({ main }: Awaited<ReturnType<typeof openFake>>) =>
  main.calls.filter(([channel]) => channel === 'search:alike').length;

describe('alike beside each other', () => {
  it('is asked for once and kept, whatever is labelled', async () => {
    const fixture = await openFake({ count: 6 });
    const { session, addClasses, label } = fixture;
    await session.arranging.sort();
    expect(order(session)).toEqual([0, 2, 4, 1, 3, 5]);
    const [a = ''] = await addClasses('A');
    await label(a, 2);
    session.view.sortBy('folder');
    await session.arranging.sort();
    expect(order(session)).toEqual([0, 2, 4, 1, 3, 5]);
    expect(asked(fixture)).toBe(1);
  });

  it('says how many images have come since, and takes them in when the list is updated', async () => {
    const fixture = await openFake({ count: 6, read: 4 });
    const { main, session } = fixture;
    await session.arranging.sort();
    expect(order(session)).toEqual([0, 2, 1, 3, 4, 5]);
    expect(session.arranging.added).toBe(0);
    main.readOn(2);
    expect(session.arranging.added).toBe(2);
    await session.arranging.update();
    expect(order(session)).toEqual([0, 2, 4, 1, 3, 5]);
    expect(asked(fixture)).toBe(2);
  });

  it('is made again where it was remembered', async () => {
    const storage = shelf();
    const first = await openFake({ count: 6, storage });
    await first.session.arranging.sort();
    const { session } = await openFake({ count: 6, storage });
    expect(session.view.order.by).toBe('alike');
    expect(order(session)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(session.arranging.isWanted).toBe(true);
    await session.arranging.make();
    expect(order(session)).toEqual([0, 2, 4, 1, 3, 5]);
    expect(session.arranging.isWanted).toBe(false);
  });

  it('shows how far it is only while it is made', async () => {
    const { session } = await openFake({ count: 6 });
    session.arranging.take({ done: 1, total: 2, secondsLeft: 1 });
    expect(session.arranging.progress).toBeNull();
    const made = session.arranging.make();
    session.arranging.take({ done: 1, total: 2, secondsLeft: 1 });
    expect(session.arranging.progress?.done).toBe(1);
    await made;
    expect(session.arranging.progress).toBeNull();
  });

  it('where nothing has been read says so and changes nothing', async () => {
    const { session } = await openFake({ count: 3, read: 0 });
    await session.arranging.sort();
    expect(order(session)).toEqual([0, 1, 2]);
    expect(session.project.alike).toBeNull();
    expect(session.notices.shown.at(-1)?.title).toContain('No image has been read yet');
  });
});
