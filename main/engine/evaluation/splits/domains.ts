/**
 * @file Which domains (cameras, stations, vendors) teach in an episode, so that the others can be asked. Pure: runs in the engine
 * and in tests.
 */
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { drawn } from '../../../contract/draw';
import type { Shot, Shots } from './split';

export interface TeachingDomains {
  readonly has: (shot: Shot) => boolean;
  /** Whether a class has enough groups in these domains, and one to ask in the others. */
  readonly serves: (own: readonly Shot[]) => boolean;
}

/**
 * Domains in an order by chance: as many of the first teach as let most classes take part, and no more than are needed for
 * that. With one shot and a picture by each vendor one vendor teaches, with three shots three do.
 */
export function teachingDomains(shots: Shots, least: number, random: RandomGenerator): TeachingDomains {
  const domains = [...new Set(shots.flat().map(({ domain }) => domain))].sort((a, b) => a - b);
  const order = drawn(domains, domains.length, random);
  let [best, most] = [domainsOf(order, 1, least), -1];
  for (let teaching = 1; teaching < order.length; teaching++) {
    const tried = domainsOf(order, teaching, least);
    const served = shots.filter((own) => tried.serves(own)).length;
    if (served > most) [best, most] = [tried, served];
  }
  return best;
}

function domainsOf(order: readonly number[], teaching: number, least: number): TeachingDomains {
  const chosen = new Set(order.slice(0, teaching));
  const has = ({ domain }: Shot): boolean => chosen.has(domain);
  return {
    has,
    serves: (own) =>
      own.filter(has).length >= least && own.some((shot) => !has(shot) && shot.asked.length > 0),
  };
}
