/** @file The plan of groups, and groups made by hand. */
import { describe, expect, it } from 'vitest';
import { openFake } from '../fake/session';

const at = (second: number) => `2026-05-01T12:00:${String(second).padStart(2, '0')}`;

async function burst() {
  const fixture = await openFake({ count: 6 });
  const { main, session } = fixture;
  const seconds = [0, 1, 2, 20, 21, 40];
  const rows = session.project.items.map((item, row) => ({
    ...item,
    ...{ capturedAt: at(seconds[row] ?? 0), camera: 'A', path: `a/${row}.jpg`, box: null },
  }));
  session.takeRows(rows);
  session.grouping.start();
  return {
    main,
    grouping: session.grouping,
    session,
    shown: () => session.grouping.plan.map(({ rows }) => rows),
  };
}

describe('the plan', () => {
  it('follows the gap; a group left out or divided makes none of itself', async () => {
    const { grouping, shown } = await burst();
    expect(shown()).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    grouping.gap = 20;
    expect(shown()).toEqual([[0, 1, 2, 3, 4, 5]]);
    grouping.cut(3, true);
    expect(shown()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    grouping.choose(0, false);
    expect(grouping.size).toEqual({ groups: 1, images: 3 });
    grouping.cut(3, false);
    grouping.choose(0, true);
    expect(grouping.size).toEqual({ groups: 1, images: 6 });
  });

  it('is made in one step, and keeps groups that were there unless asked for', async () => {
    const { grouping, main, session } = await burst();
    await grouping.make();
    const { groups } = session.project.document;
    const name = (row: number) => groups[session.project.items[row]?.id ?? ''];
    expect(new Set([0, 1, 2].map(name)).size).toBe(1);
    expect(name(3)).not.toBe(name(0));
    expect(name(5)).toBeUndefined();
    grouping.start();
    expect(grouping.size).toEqual({ groups: 0, images: 0 });
    expect(grouping.candidates.grouped).toBe(5);
    grouping.regroup = true;
    expect(grouping.size).toEqual({ groups: 2, images: 5 });
    await main.call('project:undo');
    expect(session.project.document.groups).toEqual({});
  });
});

describe('by hand', () => {
  it('what is selected becomes one group, joins the one that is among it, and leaves it again', async () => {
    const { grouping, session } = await burst();
    session.selection.only(0);
    session.selection.toggle(4);
    await grouping.group();
    expect(grouping.members(0)).toEqual([0, 4]);
    session.selection.only(4);
    session.selection.toggle(5);
    await grouping.group();
    expect(grouping.members(0)).toEqual([0, 4, 5]);
    session.selection.only(0);
    await grouping.ungroup();
    expect(grouping.members(0)).toEqual([]);
    expect(grouping.members(4)).toEqual([4, 5]);
  });

  it('asks for two images', async () => {
    const { grouping, session } = await burst();
    session.selection.only(0);
    await grouping.group();
    expect(session.project.document.groups).toEqual({});
    expect(session.notices.shown.at(-1)?.title).toContain('Select two');
  });
});
