/** @file The dialog 'Backbone': nothing changes before it is applied, and then in one step. */
import { describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../../../main/contract/model';
import { backbones as words } from '../../../../strings';
import { openFake } from '../fake/session';

async function opened(options: Parameters<typeof openFake>[0] = {}) {
  const { main, session } = await openFake(options);
  session.backbone.start();
  return { backbone: session.backbone, main, session };
}

describe('the backbone', () => {
  it('begins with the one that the project has, and says what another would cost', async () => {
    const { backbone } = await opened({ count: 60 });
    expect([backbone.chosen, backbone.isChange]).toEqual(['efficientnet-lite0', false]);
    backbone.choose('efficientnet-lite2');
    expect(backbone.isChange).toBe(true);
    expect(backbone.cost('efficientnet-lite2')).toBeUndefined();
    await vi.waitFor(() => expect(backbone.cost('efficientnet-lite2')).toBe(60));
  });

  it('is applied in one step that undo takes back, and closing the dialog applies nothing', async () => {
    const { backbone, session } = await opened();
    const settings = () => session.project.document.settings.backbone;
    backbone.choose('efficientnet-lite2');
    backbone.open = false;
    expect(settings()).toBe('efficientnet-lite0');
    backbone.start();
    backbone.choose('efficientnet-lite2');
    await backbone.apply();
    expect([backbone.open, settings()]).toEqual([false, 'efficientnet-lite2']);
    expect(session.notices.done?.sentence).toBe('Images are now seen by EfficientNet-Lite2');
    await session.work.undo();
    expect(settings()).toBe('efficientnet-lite0');
  });

  it('tells of one of the person’s own that is damaged until it was removed', async () => {
    const { main, session } = await openFake();
    const damaged = [{ id: 'own-0123456789ab', reason: 'backbone.json cannot be read' }];
    main.damagedBackbones = damaged;
    const { backbone } = session;
    backbone.start();
    await vi.waitFor(() => expect(backbone.damaged).toEqual(damaged));
    await backbone.remove({ id: 'own-0123456789ab', name: 'own-0123456789ab' });
    expect(backbone.damaged).toEqual([]);
    expect(backbone.list).toHaveLength(2);
  });

  it('says nothing was done where it was refused', async () => {
    const { backbone, main, session } = await opened();
    backbone.choose('efficientnet-lite2');
    main.failNext = 'The disk is full.';
    await backbone.apply();
    expect(session.notices.done).toBeNull();
    expect(session.notices.shown.at(-1)).toMatchObject({ kind: 'error', text: 'The disk is full.' });
  });

  it('knows the speed of each only once many images were read by it', async () => {
    const { backbone, session } = await opened({ count: 60 });
    const run = (done: number, rate: number | null, state: Progress['state'] = 'running') =>
      session.takeProgress({ state, done, total: 60, failed: 0, rate, secondsLeft: null, trouble: null });
    run(0, null);
    run(40, 150);
    run(60, null, 'idle');
    expect([backbone.rate('efficientnet-lite0'), backbone.rate('efficientnet-lite2')]).toEqual([150, null]);
    backbone.choose('efficientnet-lite2');
    await backbone.apply();
    run(60, null);
    run(100, 60);
    run(120, null, 'idle');
    expect([backbone.rate('efficientnet-lite0'), backbone.rate('efficientnet-lite2')]).toEqual([150, 60]);
  });

  it('that is not installed is named, and another one is offered', async () => {
    const { session } = await openFake();
    session.project.document.settings.backbone = 'efficientnet-lite9-tuned-0123456789ab';
    session.backbone.start();
    expect(session.backbone.missing).toBe('efficientnet-lite9');
    expect([session.backbone.chosen, session.backbone.isChange]).toEqual(['efficientnet-lite0', true]);
    expect(session.backbone.noted).toBeNull();
  });

  it('of the person’s own is known by what the project noted where it is not installed', async () => {
    const { session } = await openFake();
    const { settings } = session.project.document;
    settings.backbone = 'own-0123456789ab';
    settings.ownBackbone = { name: 'Plankton net', kind: 'savedmodel', side: 96 };
    expect([session.backbone.missing, session.backbone.noted?.name]).toEqual([
      'own-0123456789ab',
      'Plankton net',
    ]);
    expect(words.missingOwn('savedmodel', 96)).toContain('a TensorFlow SavedModel that gets 96 × 96 pixels');
  });

  it('cannot be chosen where nothing can be changed, and says so', async () => {
    const { backbone, session } = await opened({ readOnly: 'Another window has it open.' });
    expect(backbone.open).toBe(false);
    expect(session.notices.shown).toHaveLength(1);
  });
});

it('costs nothing where the images were seen by it before, and says what it does not know', () => {
  expect(words.reads(0, null)).toContain('Nothing will be read again');
  expect(words.reads(null, 20)).toContain('cannot be told');
  expect(words.reads(600, null)).toContain('is not measured yet');
  expect(words.reads(600, 20)).toBe(
    '600 images will be read again. At the 20 a second measured here that takes about 30 s.',
  );
});
