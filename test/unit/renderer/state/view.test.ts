/** @file The list stays until a person asks, and what is remembered. */
import { describe, expect, it } from 'vitest';
import { Memory } from '../../../../renderer/state/memory';
import { readPreferences, writePreferences } from '../../../../renderer/state/preferences';
import { openFake, shelf } from '../fake/session';
import { guessTable } from '../fake/table';

describe('the list', () => {
  it('keeps a labelled image under Unlabelled until it is updated', async () => {
    const { session, addClasses, label } = await openFake({ count: 4 });
    const [a = ''] = await addClasses('A');
    session.view.showStatus('unlabelled');
    await label(a, 1);
    expect(Array.from(session.view.list.order)).toEqual([0, 1, 2, 3]);
    expect(session.view.stale).toBe(1);
    session.view.update();
    expect(Array.from(session.view.list.order)).toEqual([0, 2, 3]);
    expect(session.view.stale).toBe(0);
  });

  it('keeps its order when guesses change, and says that it is old', async () => {
    const { session } = await openFake({ count: 3 });
    const guess = (confidence: number) => ({
      top: [[0, confidence, 0.5] as [number, number, number]],
      word: 3 as const,
    });
    session.project.guesses = guessTable(['a'], [guess(0.2), guess(0.9), guess(0.5)]);
    session.view.sortBy('certain');
    expect(Array.from(session.view.list.order)).toEqual([1, 2, 0]);
    session.project.guesses = { ...guessTable(['a'], [guess(0.9), guess(0.2), guess(0.5)]), revision: 2 };
    expect(Array.from(session.view.list.order)).toEqual([1, 2, 0]);
    expect(session.view.unsorted).toBe(true);
    session.view.update();
    expect(Array.from(session.view.list.order)).toEqual([0, 2, 1]);
  });

  it('sorts doubtful images by doubt, and goes back to the folder after', async () => {
    const { session } = await openFake();
    session.view.showStatus('doubtful');
    expect(session.view.order.by).toBe('doubtful');
    session.view.showStatus(undefined);
    expect(session.view.order.by).toBe('folder');
  });

  it('shows what was found beside the facets there are, or alone where they would leave nothing of it', async () => {
    const { session, addClasses, label } = await openFake({ count: 4 });
    const [a = ''] = await addClasses('A');
    await label(a, 1, 2);
    session.view.showStatus('unlabelled');
    session.view.showSet({ key: 'similar', title: 'Similar', rows: Uint32Array.of(3, 1) });
    expect(Array.from(session.view.list.order)).toEqual([3]);
    session.view.showStatus('unlabelled');
    session.view.showSet({ key: 'mislabelled', title: 'Wrong', rows: Uint32Array.of(2, 1) });
    expect(Array.from(session.view.list.order)).toEqual([2, 1]);
    expect(session.view.filter.status).toBeUndefined();
  });

  it('never keeps a hidden image selected', async () => {
    const { session, addClasses, label } = await openFake({ count: 3 });
    const [a = ''] = await addClasses('A');
    await label(a, 0);
    session.selection.all(session.view.list);
    session.view.showStatus('unlabelled');
    expect(session.selection.targets(session.view.list)).toEqual([1, 2]);
    expect(session.selection.has(0)).toBe(false);
  });
});

describe('the next time a project is opened', () => {
  it('finds filter, order, sizes and the focus again', async () => {
    const storage = shelf();
    const { session } = await openFake({ count: 6, storage });
    session.view.show({ text: 'photo-', kind: 'image' });
    session.view.sortBy('name', true);
    session.view.setThumbnailSize(200);
    session.view.setAutoAdvance(false);
    session.selection.only(3);
    session.view.rememberPlace(4);
    const again = (await openFake({ count: 6, storage })).session;
    expect(again.view.filter).toEqual({ text: 'photo-', kind: 'image' });
    expect(again.view.order).toEqual({ by: 'name', reversed: true });
    expect(Array.from(again.view.list.order)).toEqual([5, 4, 3, 2, 1, 0]);
    expect(again.view.thumbnailSize).toBe(200);
    expect(again.view.autoAdvance).toBe(false);
    expect(again.view.startPlace).toBe(1);
    expect(again.selection.focus).toBe(3);
  });

  it('makes a list that needs guesses once more when the first come, and only then', async () => {
    const storage = shelf();
    const before = await openFake({ count: 3, storage });
    before.session.view.showStatus('doubtful');
    const { session } = await openFake({ count: 3, storage });
    expect(session.view.list).toHaveLength(0);
    const doubt = { top: [[0, 0.5, 0.5] as [number, number, number]], word: 2 as const };
    session.takeGuesses(guessTable(['a'], [doubt, { top: [] }, doubt]));
    expect(Array.from(session.view.list.order)).toEqual([0, 2]);
    session.takeGuesses(guessTable(['a'], [doubt, doubt, doubt]));
    expect(session.view.list).toHaveLength(2);
    expect(session.view.stale).toBe(1);
  });

  it('remembers nothing that this version did not write', () => {
    const storage = shelf();
    storage.setItem(
      'imprint-studio.project.p1',
      '{"order":{"by":"magic"},"filter":7,"place":[],"opened":"x"}',
    );
    const memory = new Memory(storage, 'p1');
    expect(memory.kept).toMatchObject({ filter: {}, order: { by: 'folder', reversed: false } });
    expect(memory.kept.place).toEqual({ top: null, focus: null });
    expect(memory.lastOpening).toBeNaN();
  });

  it('knows when it was open the time before, which a reloaded page is not', () => {
    const storage = shelf();
    const day = 86_400_000;
    const early = performance.timeOrigin - day;
    expect(new Memory(storage, 'p1', early).lastOpening).toBeNaN();
    expect(new Memory(storage, 'p1', early + day + 1).lastOpening).toBe(early);
    expect(new Memory(storage, 'p1', early + day + 9).lastOpening).toBe(early);
  });
});

describe('preferences', () => {
  function storage(text: string | null): Storage {
    const kept = shelf();
    if (text !== null) kept.setItem('imprint-studio.view', text);
    return kept;
  }

  it('come back as they were', () => {
    const kept = storage(null);
    writePreferences(kept, { thumbnailSize: 224, autoAdvance: false });
    expect(readPreferences(kept)).toEqual({ thumbnailSize: 224, autoAdvance: false });
  });

  it.each([null, '', '{"thumbnailSize":"big"}', '[1]', '{', 'null'])('are the usual ones for %j', (text) => {
    expect(readPreferences(storage(text))).toEqual({ thumbnailSize: 160, autoAdvance: true });
  });

  it('keep sizes within bounds', () => {
    expect(readPreferences(storage('{"thumbnailSize":9000}')).thumbnailSize).toBe(320);
  });
});
