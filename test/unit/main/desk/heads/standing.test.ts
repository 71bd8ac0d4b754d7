import { describe, expect, it } from 'vitest';
import { fingerprint, type LearntFrom } from '../../../../../main/desk/heads/record';
import { standingOf, type Now, type NowSample } from '../../../../../main/desk/heads/standing';

const learnt: LearntFrom = {
  backbone: 'lite0',
  framing: '{"kind":"stretch"}',
  classes: ['pike', 'perch'],
  samples: [
    ['aa', 0, 0],
    ['bb', 0, 0],
    ['cc', 0, 1],
    ['dd', 1, 2],
    ['dd', 1, 3],
  ],
};
const sample = (content: string | null, own: string, group: string): NowSample => ({
  content,
  class: own,
  group,
});
const AS_IT_WAS = [
  sample('dd', 'perch', 'x'),
  sample('dd', 'perch', 'y'),
  sample('cc', 'pike', 'three'),
  sample('bb', 'pike', 'burst'),
  sample('aa', 'pike', 'burst'),
];
const now = (samples: readonly NowSample[], rest: Partial<Now> = {}): Now => ({
  ...{ samples, unread: 0, framing: learnt.framing, backbone: 'lite0' },
  ...rest,
});
const without = (at: number): NowSample[] => AS_IT_WAS.filter((_, i) => i !== at);
const why = (samples: readonly NowSample[], rest: Partial<Now> = {}): string => {
  const standing = standingOf(learnt, now(samples, rest));
  return standing.kind === 'stale' ? standing.why : standing.kind;
};

describe('a head', () => {
  it('is used while all that it learnt from is labelled as it was, in any order and by any name of groups', () => {
    expect(standingOf(learnt, now(AS_IT_WAS))).toEqual({ kind: 'usable', unknown: 0, newClasses: [] });
  });

  it('counts labels that were given since, and the classes among them that it does not know', () => {
    const more = [
      ...AS_IT_WAS,
      sample('ee', 'pike', 'e'),
      sample('ff', 'carp', 'f'),
      sample('aa', 'carp', 'g'),
    ];
    expect(standingOf(learnt, now(more))).toEqual({ kind: 'usable', unknown: 3, newClasses: ['carp'] });
  });

  it.each([0, 1, 2, 3, 4])('is not used without image %i of those', (at) => {
    expect(why(without(at))).toMatch(/^An image that it learnt from was (taken away|labelled otherwise)/);
  });

  it('is not used once an image has another class, as when classes are merged, and is again when it is given back', () => {
    const changed = AS_IT_WAS.map((one) => (one.content === 'cc' ? { ...one, class: 'perch' } : one));
    expect(why(changed)).toBe('An image that it learnt from was labelled otherwise.');
    expect(why(AS_IT_WAS)).toBe('usable');
  });

  it('is not used once a class is emptied', () => {
    expect(why(AS_IT_WAS.filter((one) => one.class !== 'pike'))).toBe(
      '3 images that it learnt from were taken away, or are not there any more.',
    );
  });

  it('is not used once groups are torn apart or put together', () => {
    const torn = AS_IT_WAS.map((one) => (one.content === 'aa' ? { ...one, group: 'alone' } : one));
    const joined = AS_IT_WAS.map((one) => (one.content === 'cc' ? { ...one, group: 'burst' } : one));
    expect(why(torn)).toContain('other groups');
    expect(why(joined)).toContain('other groups');
  });

  it('is not used with another framing or backbone', () => {
    expect(why(AS_IT_WAS, { framing: '{"kind":"centreCrop"}' })).toContain('another framing');
    expect(why(AS_IT_WAS, { backbone: 'other' })).toContain('another backbone');
  });

  it('waits while images have not been looked up, and not longer than it must', () => {
    expect(why(without(1), { unread: 1 })).toBe('waiting');
    expect(why(AS_IT_WAS, { unread: 1 })).toBe('usable');
    expect(why(without(1))).not.toBe('waiting');
  });
});

describe('a fingerprint', () => {
  const request = { method: 'softmax', steps: null, seed: 1 } as const;
  const print = (changes: object): string => fingerprint({ ...learnt, request, ...changes });

  it('differs with everything that a head depends on', () => {
    const others = [
      { request: { ...request, seed: 2 } },
      { request: { ...request, steps: 5 } },
      { framing: 'x' },
      { backbone: 'x' },
      { classes: ['perch', 'pike'] },
      { samples: learnt.samples.slice(1) },
    ].map(print);
    expect(new Set([print({}), ...others]).size).toBe(7);
    expect(print({})).toMatch(/^[0-9a-f]{64}$/);
  });
});
