/** @file What of a lesson a joint head follows from, but for γ, so that what was measured with it holds as long. Runs in the engine. */
import type { Lesson } from '../guessing/lesson';

/** The same text for lessons that teach the same: same labels, groups, join, base classes left out, and kept head. */
export function teachingOf({ classes, samples, settings, head, given = [] }: Lesson): string {
  const { join, balanced, suppressed = [] } = settings;
  return JSON.stringify({
    classes: classes.map(({ id, kind, severalLooks = false }) => [id, kind, severalLooks]),
    samples: samples.map((sample) => [sample.index, sample.class, sample.group, sample.bulk]),
    given: given.map((one) => [one.class, one.of]),
    settings: [join, balanced, suppressed],
    head: head?.of ?? null,
  });
}
