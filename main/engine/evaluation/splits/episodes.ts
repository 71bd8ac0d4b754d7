/**
 * @file Episodes: some groups of some classes teach, the others of these classes are asked. Pure: runs in the engine and in
 * tests. Source: Vinyals, Blundell, Lillicrap, Kavukcuoglu, Wierstra, 'Matching Networks for One Shot Learning' (NIPS 2016), with
 * groups as shots and all other images as questions.
 */
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { drawn } from '../../../contract/draw';
import { teachingDomains } from './domains';
import { splitOf, type Count, type Shot, type Shots, type Split } from './split';

export interface EpisodeRule {
  /** Classes of an episode, drawn by chance; null: all. */
  readonly ways: number | null;
  /** Groups of each class that teach. */
  readonly shots: number;
  /** Whether only groups of other domains than those that teach are asked. */
  readonly across: boolean;
}

/** Whether a class has what an episode needs: the groups that teach, and another one to ask. */
export function isUsable(own: readonly Shot[], { shots, across }: EpisodeRule): boolean {
  const mayBeAsked = own.filter(({ asked }) => asked.length > 0);
  if (!across) return own.length > shots && mayBeAsked.length > 0;
  return mayBeAsked.some(({ domain }) => own.filter((other) => other.domain !== domain).length >= shots);
}

/**
 * One episode. With replicates of the data (see `replicates.ts`) `count` says how often a group is in it: 0 leaves it
 * out, more makes it likelier to teach and weigh more when it is asked. All copies of a group are on one side.
 * @param usable classes, at least as many as `ways`
 * @returns fewer classes than asked for only where no choice of domains leaves more
 */
export function episode(usable: Shots, rule: EpisodeRule, random: RandomGenerator, count?: Count): Split {
  const there = count ? usable.map((own) => own.filter((shot) => count(shot) > 0)) : usable;
  const teaches = rule.across ? teachingDomains(there, rule.shots, random) : null;
  const eligible = teaches ? there.filter((own) => teaches.serves(own)) : there;
  const ways = eligible.length > (rule.ways ?? Infinity) ? drawn(eligible, rule.ways!, random) : eligible;
  const support = ways.flatMap((own) =>
    supportOf(teaches ? own.filter(teaches.has) : own, rule, random, count),
  );
  const groups = new Set(support.map(({ group }) => group));
  const asked = ways.flatMap((own) => own.filter((shot) => !groups.has(shot.group) && !teaches?.has(shot)));
  return splitOf(support, asked, count);
}

/** `shots` different groups, each copy of one as likely as any other; one is left to be asked where fewer were drawn. */
function supportOf(
  own: readonly Shot[],
  { shots, across }: EpisodeRule,
  random: RandomGenerator,
  count: Count = () => 1,
): Shot[] {
  const copies = own.flatMap((shot) => Array.from({ length: count(shot) }, () => shot));
  const most = across ? shots : Math.min(shots, own.length - 1);
  return [...new Set(drawn(copies, copies.length, random))].slice(0, most);
}
