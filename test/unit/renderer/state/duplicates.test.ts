/** @file The filter 'duplicates' lists what main says, as the dialog does, and follows what is read and excluded. */
import { describe, expect, it, vi } from 'vitest';
import { openFake, shelf } from '../fake/session';

const idle = { state: 'idle' as const };
const running = { state: 'running' as const };

describe('the filter of images that show the same', () => {
  it('lists the rows that main names when it is chosen', async () => {
    const { main, session } = await openFake({ count: 6 });
    main.sameRows = Uint32Array.of(1, 4);
    await session.duplicates.filter();
    expect(session.view.filter).toEqual({ duplicates: true });
    expect(Array.from(session.view.list.order)).toEqual([1, 4]);
  });

  it('is not set where nothing shows the same, and that is said', async () => {
    const { session } = await openFake({ count: 6 });
    await session.duplicates.filter();
    expect(session.view.filter).toEqual({});
    expect(session.notices.shown.at(-1)?.title).toBe('No two images show the same');
  });

  it('asks again when reading has come to rest, and moves nothing by itself', async () => {
    const { main, session } = await openFake({ count: 6 });
    main.sameRows = Uint32Array.of(1, 4);
    await session.duplicates.filter();
    main.sameRows = Uint32Array.of(1, 2, 4);
    await session.duplicates.follow(running);
    await session.duplicates.follow(idle);
    expect(Array.from(session.view.list.order)).toEqual([1, 4]);
    expect(Array.from(session.project.tables.rows.duplicates.subarray(0, 6))).toEqual([0, 1, 1, 0, 1, 0]);
    session.view.update();
    expect(Array.from(session.view.list.order)).toEqual([1, 2, 4]);
    const asked = main.calls.length;
    await session.duplicates.follow(idle);
    expect(main.calls).toHaveLength(asked);
  });

  it('asks again when something was excluded', async () => {
    const { main, session } = await openFake({ count: 6 });
    main.sameRows = Uint32Array.of(1, 4);
    await session.duplicates.filter();
    main.sameRows = Uint32Array.of();
    const excluded = [{ op: 'add' as const, path: ['excluded', main.items[4]?.id ?? ''], value: true }];
    session.duplicates.changed({ patches: excluded });
    await vi.waitFor(() => expect(session.project.tables.rows.duplicates[1]).toBe(0));
  });

  it('that was kept from the last time lists them once they are known', async () => {
    const storage = shelf();
    const before = await openFake({ count: 6, storage });
    before.main.sameRows = Uint32Array.of(1, 4);
    await before.session.duplicates.filter();
    const { main, session } = await openFake({ count: 6, read: 3, storage });
    expect(session.view.filter).toEqual({ duplicates: true });
    main.sameRows = Uint32Array.of(1, 4);
    expect(Array.from(session.view.list.order)).toEqual([]);
    await session.duplicates.follow(idle);
    expect(Array.from(session.view.list.order)).toEqual([1, 4]);
  });
});
