/** @file The list stays until a person asks, and what is remembered. */
import { describe, expect, it } from 'vitest';
import { readPreferences, writePreferences } from '../../../../renderer/state/preferences';
import { openFake } from '../fake/session';
import { guessTable } from '../fake/table';

describe('the list', () => {
  it('keeps a labelled image under Unlabelled until it is updated', async () => {
    const { session, addClasses, label } = await openFake({ count: 4 });
    const [a = ''] = await addClasses('A');
    session.view.show({ kind: 'unlabelled' });
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
    session.view.show({ kind: 'doubtful' });
    expect(session.view.sort).toBe('doubtful');
    session.view.show({ kind: 'all' });
    expect(session.view.sort).toBe('folder');
  });

  it('never keeps a hidden image selected', async () => {
    const { session, addClasses, label } = await openFake({ count: 3 });
    const [a = ''] = await addClasses('A');
    await label(a, 0);
    session.selection.all(session.view.list);
    session.view.show({ kind: 'unlabelled' });
    expect(session.selection.targets(session.view.list)).toEqual([1, 2]);
    expect(session.selection.has(0)).toBe(false);
  });
});

describe('preferences', () => {
  function storage(text: string | null): Storage {
    let kept = text;
    return {
      getItem: () => kept,
      setItem: (_: string, value: string) => void (kept = value),
    } as unknown as Storage;
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
