/** @file Click, Shift, Ctrl and ranges over a list whose order is not the rows'. */
import { beforeEach, describe, expect, it } from 'vitest';
import { GridList } from '../../../../renderer/logic/gridList';
import { SelectionState } from '../../../../renderer/state/selection.svelte';

const list = new GridList(Uint32Array.of(5, 3, 1, 0, 2, 4), 6);
let selection: SelectionState;
const selected = () => (selection.count === 0 ? [] : selection.targets(list));

beforeEach(() => {
  selection = new SelectionState();
});

describe('click', () => {
  it('selects one alone', () => {
    selection.only(3);
    selection.only(1);
    expect(selected()).toEqual([1]);
    expect(selection.focus).toBe(1);
  });

  it('with Ctrl adds and takes out', () => {
    selection.only(3);
    selection.toggle(0);
    expect(selected()).toEqual([3, 0]);
    selection.toggle(3);
    expect(selected()).toEqual([0]);
  });

  it('with Shift selects the places between, in the order of the list', () => {
    selection.only(3);
    selection.extendTo(0, list);
    expect(selected()).toEqual([3, 1, 0]);
    selection.extendTo(5, list);
    expect(selected()).toEqual([5, 3]);
  });

  it('with Ctrl and Shift keeps what was selected', () => {
    selection.only(4);
    selection.toggle(5);
    selection.extendTo(1, list, true);
    expect(selected()).toEqual([5, 3, 1, 4]);
  });
});

describe('a rubber band', () => {
  it('selects what it touches alone, and less again when it shrinks', () => {
    selection.only(4);
    const before = selection.snapshot();
    selection.band([5, 3, 1], null);
    expect(selected()).toEqual([5, 3, 1]);
    expect(selection.focus).toBe(1);
    selection.band([5], null);
    expect(selected()).toEqual([5]);
    selection.band([3], before);
    expect(selected()).toEqual([3, 4]);
  });
});

it('takes rows from elsewhere, beside what there is or instead of it', () => {
  selection.only(4);
  selection.select([0, 2], true);
  expect(selected()).toEqual([0, 2, 4]);
  selection.select([1]);
  expect(selected()).toEqual([1]);
  expect(selection.focus).toBe(1);
});

describe('targets', () => {
  it('are the focused image when nothing is selected, or none', () => {
    expect(selection.targets(list)).toEqual([]);
    selection.focusOn(2);
    expect(selection.targets(list)).toEqual([2]);
    expect(selection.count).toBe(0);
  });
});

describe('a new list', () => {
  it('takes out what it does not show, and moves the focus to its first', () => {
    selection.all(list);
    selection.focusOn(4);
    const shorter = new GridList(Uint32Array.of(1, 5), 6);
    selection.keepWithin(shorter);
    expect(selection.targets(shorter)).toEqual([1, 5]);
    expect(selection.count).toBe(2);
    expect(selection.focus).toBe(1);
  });
});

it('forgets everything but the focus', () => {
  selection.all(list);
  selection.focusOn(2);
  selection.clear();
  expect(selection.count).toBe(0);
  expect(selection.has(2)).toBe(false);
  expect(selection.focus).toBe(2);
});
