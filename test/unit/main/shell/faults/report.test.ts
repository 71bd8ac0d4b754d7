/** @file The text of a report. */
import { expect, test } from 'vitest';
import { reportText } from '../../../../../main/shell/faults/report';

const parts = {
  facts: ['Imprint Studio 0.1.0, started from a checkout', 'TensorFlow 2.15.1'],
  fault: {
    kind: 'main',
    at: new Date('2026-05-01T10:00:00Z'),
    stack: 'Error: no fish.webp\n    at f (/home/ada/x.js:1:2)',
  },
  count: 3,
  dumps: ['~/.config/Imprint Studio/Crashpad/completed/1.dmp'],
  log: Array.from({ length: 500 }, (_, line) => `line ${line} of fish.webp`).join('\n'),
  private: { home: '/home/ada', own: [], names: [], images: [] },
};

test('it says what happened where, and how the log ends, without names', () => {
  const lines = reportText(parts).split('\n');
  expect(lines.slice(0, 2)).toEqual(parts.facts);
  expect(lines).toContain('Fault of main at 2026-05-01T10:00:00.000Z, 3 since the start');
  expect(lines).toContain('Error: no <image>');
  expect(lines).toContain(parts.dumps[0]);
  expect(lines.filter((line) => line.startsWith('line '))).toHaveLength(200);
  expect(lines.at(-2)).toBe('line 499 of <image>');
  expect(lines.join('\n')).not.toMatch(/ada|fish/);
});

test('without a fault it says so', () => {
  const text = reportText({ ...parts, fault: null, dumps: [] });
  expect(text).toContain('No fault since the start');
  expect(text).toContain('No crash dumps');
});
