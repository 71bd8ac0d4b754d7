/** @file Where methods need images, a class with sums is named and nothing is trained. */
import { describe, expect, it } from 'vitest';
import { notesOnContest, notesOnEstimate, requireImages } from '../../../../main/classFiles/sentences';
import { standingOf } from '../../../../main/desk/heads/standing';
import { PersonError } from '../../../../main/contract/errors';
import { classOf } from '../projects/support';

const sums = { of: '0'.repeat(64), images: 3, shots: 3, from: 'theirs', at: '2026-01-02T03:04:05.000Z' };
const [plain, given, more] = [
  classOf('pike'),
  classOf('perch', { given: [sums] }),
  classOf('eel', { given: [sums] }),
];

describe('a class with sums', () => {
  it('is named where something is to be trained', () => {
    expect(() => requireImages([plain])).not.toThrow();
    expect(() => requireImages([plain, given])).toThrow(PersonError);
    expect(() => requireImages([plain, given, more])).toThrow('perch, eel have images that came as sums');
  });

  it('is told beside an estimate and a comparison, and nothing is said without one', () => {
    for (const notes of [notesOnEstimate, notesOnContest]) {
      expect(notes([plain])).toEqual([]);
      expect(notes([plain, given])).toEqual([expect.stringContaining('perch has images that came as sums')]);
    }
  });

  it('is new to a head that was kept before it', () => {
    const learnt = {
      ...{ backbone: 'net', framing: 'all', classes: ['pike'] },
      samples: [['a', 0, 0]] as [string, number, number][],
    };
    const now = {
      samples: [{ content: 'a', class: 'pike', group: 'a' }],
      ...{ unread: 0, framing: 'all', backbone: 'net', given: ['perch', 'pike'] },
    };
    expect(standingOf(learnt, now)).toEqual({ kind: 'usable', unknown: 0, newClasses: ['perch'] });
  });
});
