import { applyPatches as immerApply, enablePatches } from 'immer';
import type { Patch } from 'immer';
import { describe, expect, it } from 'vitest';
import { findMisfit } from '../../../../main/projects/check';
import { commandSchema } from '../../../../main/projects/commands';
import { canonical } from '../../../../main/projects/document';
import { History } from '../../../../main/projects/history';
import { applyPatches } from '../../../../main/projects/patches';
import { projectSchema } from '../../../../main/projects/schema';
import type { ProjectDocument } from '../../../../main/projects/schema';
import { picker, play } from './random';
import { smallDocument } from './support';

const expectWhole = (document: ProjectDocument): void => {
  expect(projectSchema.safeParse(document).error).toBeUndefined();
  expect(findMisfit(document)).toBeNull();
};

it('carries out every kind of command somewhere in the random sequences', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 60; seed++) {
    for (const { command } of play(smallDocument(), new History(), picker(seed), 120)) seen.add(command.name);
  }
  expect([...seen].sort()).toEqual(commandSchema.options.map((o) => o.shape.name.value).sort());
});

describe('undo and redo', () => {
  it('leads back to the original and forth to the end, byte for byte, for random commands', () => {
    let total = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const [document, history] = [smallDocument(), new History()];
      const original = canonical(document);
      const changes = play(document, history, picker(seed), 120).length;
      total += changes;
      expectWhole(document);
      const final = canonical(document);
      for (let change = history.undo(); change; change = history.undo())
        applyPatches(document, change.inverse);
      expect(canonical(document)).toBe(original);
      for (let change = history.redo(); change; change = history.redo())
        applyPatches(document, change.patches);
      expect(canonical(document)).toBe(final);
    }
    expect(total).toBeGreaterThan(1500);
  });

  it('takes any number of steps back and goes on from there', () => {
    for (let seed = 100; seed < 130; seed++) {
      const [document, history, pick] = [smallDocument(), new History(), picker(seed)];
      const original = canonical(document);
      for (let round = 0; round < 6; round++) {
        play(document, history, pick, 20);
        for (let steps = pick(12); steps > 0; steps--) applyPatches(document, history.undo()?.inverse ?? []);
        expectWhole(document);
      }
      for (let change = history.undo(); change; change = history.undo())
        applyPatches(document, change.inverse);
      expect(canonical(document)).toBe(original);
    }
  });

  it('forgets what was undone when something new is done', () => {
    const [document, history] = [smallDocument(), new History()];
    play(document, history, picker(3), 20);
    history.undo();
    expect(history.titles.redo).not.toBeNull();
    play(document, history, picker(4), 20);
    expect(history.titles.redo).toBeNull();
  });
});

it('makes patches that immer applies to the same effect', () => {
  enablePatches();
  for (let seed = 1; seed <= 10; seed++) {
    const [document, history] = [smallDocument(), new History()];
    let copy = smallDocument();
    copy = { ...copy, id: document.id };
    play(document, history, picker(seed), 60);
    for (const change of history.toJSON().undo) copy = immerApply(copy, change.patches as Patch[]);
    expect(canonical(copy)).toBe(canonical(document));
  }
});
