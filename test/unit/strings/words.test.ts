/** @file A process speaks the language it was told, from then on; English where it was told nothing. */
import { afterEach, expect, test } from 'vitest';
import { explain } from '../../../main/projects/errors';
import { ENGLISH, nowSpoken, queryOf, speak, spokenIn } from '../../../strings/chosen';
import { count } from '../../../strings/format';
import { PSEUDO } from '../../../strings/pseudo';
import { told } from '../../../strings/words';

const full = Object.assign(new Error(), { code: 'ENOSPC' });

afterEach(() => speak({ language: ENGLISH, locale: ENGLISH }));

test('what a process is told at its start is what it was sent', () => {
  const spoken = { language: PSEUDO, locale: 'de-DE' };
  expect(spokenIn(queryOf(spoken))).toEqual(spoken);
  expect(nowSpoken()).toEqual(spokenIn(''));
});

test('sentences and numbers follow a change, and what was said stays', () => {
  const before = told().projects.isClosed;
  expect(explain(full).what).toBe('the disk is full (ENOSPC)');
  speak({ language: PSEUDO, locale: 'de-DE' });
  expect(told().projects.isClosed).toContain(`⟦${before}`);
  expect(explain(full).what).toMatch(/^⟦the disk is full~+⟧ \(ENOSPC\)$/);
  expect(count(12_345)).toBe('12.345');
  speak({ language: ENGLISH, locale: ENGLISH });
  expect(told().projects.isClosed).toBe(before);
  expect(count(12_345)).toBe('12,345');
});
