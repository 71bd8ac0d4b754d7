/** @file The dialog 'What the model sees': nothing changes before it is applied, and then in one step. */
import { describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../../../main/contract/model';
import { framing as words } from '../../../../strings';
import { openFake } from '../fake/session';

async function opened(options: Parameters<typeof openFake>[0] = {}) {
  const { main, session } = await openFake(options);
  const rows = session.project.items.map((item) => ({ ...item, width: 400, height: 300 }));
  session.takeRows(rows);
  const asked = () => main.calls.filter(([channel]) => channel === 'framing:cost').length;
  session.framing.start();
  return { asked, framing: session.framing, main, session };
}

describe('what the model sees', () => {
  it('begins with what the project has, shown on the focused image', async () => {
    const { session } = await opened();
    session.selection.only(3);
    session.framing.start();
    expect(session.framing).toMatchObject({ kind: 'stretch', isChange: false, place: 0 });
    expect(session.framing.item?.index).toBe(3);
    session.framing.look(-1);
    expect(session.framing.place).toBe(session.framing.examples - 1);
  });

  it('is applied in one step that undo takes back, and closing the dialog applies nothing', async () => {
    const { framing, session } = await opened();
    framing.choose('centreCrop');
    expect(framing.isChange).toBe(true);
    framing.open = false;
    expect(session.project.document.settings.framing.kind).toBe('stretch');
    framing.start();
    expect(framing.kind).toBe('stretch');
    framing.choose('centreCrop');
    await framing.apply();
    expect([framing.open, session.project.document.settings.framing.kind]).toEqual([false, 'centreCrop']);
    expect(session.notices.done).toMatchObject({ revision: session.project.revision });
    await session.work.undo();
    expect(session.project.document.settings.framing.kind).toBe('stretch');
  });

  it('as a region is drawn first, moved and resized by keys, and asked about when it is another', async () => {
    const { asked, framing, session } = await opened();
    framing.choose('region');
    expect([framing.wanted, framing.isChange]).toEqual([null, false]);
    const before = asked();
    framing.region.sketch({ x: 0, y: 0, width: 0.5, height: 0.5 });
    expect(framing.shown).toMatchObject({ kind: 'region', box: { width: 0.5 } });
    expect([framing.wanted, asked()]).toEqual([null, before]);
    framing.region.forgetDraft();
    framing.region.carryOut({ name: 'boxNew' });
    framing.region.carryOut({ name: 'boxMove', direction: 'left' });
    framing.region.carryOut({ name: 'boxResize', direction: 'down' });
    const box = { x: 0.34, y: 0.35, width: 0.3, height: 0.31 };
    expect(framing.wanted).toEqual({ kind: 'region', box });
    expect(asked()).toBe(before + 3);
    expect(framing.region.carryOut({ name: 'boxDelete' })).toBe(false);
    await framing.apply();
    expect(session.project.document.settings.framing).toEqual({ kind: 'region', box });
  });

  it('cannot be chosen where nothing can be changed, and says so', async () => {
    const { framing, session } = await opened({ readOnly: 'Another window has it open.' });
    expect(framing.open).toBe(false);
    expect(session.notices.shown).toHaveLength(1);
  });

  it('says what it costs by the rate of the last long run, and that none is known before', async () => {
    const { framing, session } = await opened({ count: 60 });
    framing.choose('centreCrop');
    await vi.waitFor(() => expect(framing.cost).toEqual({ side: 224, images: 60 }));
    expect(words.reads(framing.cost ?? { side: 0, images: null }, framing.rate)).toBe(
      '60 images will be read again. How long that takes is not measured yet.',
    );
    const run = (done: number, rate: number | null, state: Progress['state'] = 'running') =>
      session.takeProgress({ state, done, total: 60, failed: 0, rate, secondsLeft: null, trouble: null });
    run(0, null);
    run(10, 0.1);
    run(12, 0.1, 'idle');
    expect(framing.rate).toBeNull();
    run(12, null);
    run(40, 20);
    run(41, null);
    run(60, null, 'idle');
    expect(framing.rate).toBe(20);
    expect(words.reads({ side: 224, images: 600 }, 20)).toContain('At the 20 a second measured here');
  });
});

it('costs nothing where the images were seen this way before, and says what it does not know', () => {
  expect(words.reads({ side: 224, images: 0 }, null)).toContain('Nothing will be read again');
  expect(words.reads({ side: 224, images: null }, 20)).toContain('cannot be told');
});
