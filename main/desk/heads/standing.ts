/**
 * @file Whether a head may still be used: only while all that it learnt from is labelled as it was. Pure; runs in main.
 *
 * [Note: exact unlearning] A head cannot forget one image. So from the moment that one of those it learnt from is taken away,
 * labelled otherwise, put into the check or into another group, guesses and exports come from imprinting, whose sums can be taken
 * apart exactly. When the label is given back (undo), so is the head. What was labelled since is no harm: it is only unknown to it.
 * Images are known by their content, so that moving and renaming files changes nothing.
 */
import type { LearntFrom } from './record';
import { told } from '../../../strings/words';

/** A labelled learning image as it is now. */
export interface NowSample {
  /** Content key; null: not read yet in this session. */
  readonly content: string | null;
  /** Id. */
  readonly class: string;
  readonly group: string;
}

export interface Now {
  readonly samples: readonly NowSample[];
  /** Ids of classes that have sums of images that are not here; absent: none has. */
  readonly given?: readonly string[];
  /** Labelled images that have not been looked up yet: nothing can be called missing before. */
  readonly unread: number;
  readonly framing: string;
  readonly backbone: string;
}

export type Standing =
  | { kind: 'usable'; unknown: number; newClasses: string[] }
  | { kind: 'waiting' }
  | { kind: 'stale'; why: string };

export function standingOf(learnt: LearntFrom, now: Now): Standing {
  if (learnt.backbone !== now.backbone) return stale(told().heads.otherBackbone);
  if (learnt.framing !== now.framing) return stale(told().heads.otherFraming);
  const { missing, otherwise, found } = match(learnt, now.samples);
  if (missing + otherwise.size > 0 && now.unread > 0) return { kind: 'waiting' };
  if (missing > 0) return stale(told().heads.lost(missing, otherwise.size));
  if (otherwise.size > 0) return stale(told().heads.relabelled(otherwise.size));
  if (regrouped(learnt, found)) return stale(told().heads.regrouped);
  const known = new Set(found);
  const since = now.samples.filter((sample) => !known.has(sample));
  const classes = new Set(learnt.classes);
  const others = [...since.map((sample) => sample.class), ...(now.given ?? [])];
  const newClasses = new Set(others.filter((id) => !classes.has(id)));
  return { kind: 'usable', unknown: since.length, newClasses: [...newClasses] };
}

const stale = (why: string): Standing => ({ kind: 'stale', why });

interface Match {
  /** By sample of the head, the image it is now. */
  found: (NowSample | undefined)[];
  /** Neither labelled as they were nor otherwise. */
  missing: number;
  /** Contents that are labelled as another class now. */
  otherwise: ReadonlySet<string>;
}

function match({ classes, samples }: LearntFrom, now: readonly NowSample[]): Match {
  const [open, labelled] = [new Map<string, NowSample[]>(), new Set<string>()];
  for (const sample of now) {
    if (sample.content === null) continue;
    labelled.add(sample.content);
    const key = keyOf(sample.content, sample.class);
    const same = open.get(key);
    if (same) same.push(sample);
    else open.set(key, [sample]);
  }
  let missing = 0;
  const otherwise = new Set<string>();
  const found = samples.map(([content, own]) => {
    const sample = open.get(keyOf(content, classes[own]!))?.shift();
    if (!sample && labelled.has(content)) otherwise.add(content);
    else if (!sample) missing += 1;
    return sample;
  });
  return { found, missing, otherwise };
}

/** Which images share a group is what the head learnt, whatever the groups are called. */
function regrouped({ samples }: LearntFrom, found: readonly (NowSample | undefined)[]): boolean {
  const [now, then] = [new Map<string, string>(), new Map<string, string>()];
  return samples.some(([, own, group], i) => {
    const [before, after] = [`${own} ${group}`, `${own} ${found[i]!.group}`];
    const moved = (now.get(before) ?? after) !== after || (then.get(after) ?? before) !== before;
    now.set(before, after);
    then.set(after, before);
    return moved;
  });
}

const keyOf = (content: string, own: string): string => `${own} ${content}`;
