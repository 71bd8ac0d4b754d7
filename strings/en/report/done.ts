/** @file What was done for a comparison, so that somebody else can do it again. */
import type { EvaluationProtocol, SplitRule } from '../../../main/contract/evaluation';
import { counted } from './counted';

function ruleOf(rule: SplitRule): string {
  if (rule.kind === 'leave-one-out') return 'Leave-one-out';
  if (rule.kind === 'k-fold') return `${rule.folds} folds`;
  const ways = rule.ways === null ? 'all classes' : counted(rule.ways, 'class', 'classes');
  return `${counted(rule.episodes, 'episode')}: ${ways}, ${counted(rule.shots, 'image')} per class`;
}

function held(rule: SplitRule): string {
  if (rule.kind === 'leave-one-out')
    return 'One group of images of every class that has two or more was held out in each fold and asked about, until each had been.';
  if (rule.kind === 'k-fold')
    return `The images were dealt out into ${rule.folds} parts, and each part was asked about by what the others taught.`;
  const shots = counted(rule.shots, 'image or group', 'images or groups');
  return `In each of ${counted(rule.episodes, 'episode')} ${shots} of each class were drawn to teach, and all others were asked about.`;
}

export const done = {
  title: 'What was done',
  /** As a heading says it. */
  rule: ruleOf,
  how: (rule: SplitRule) =>
    `${held(rule)} All methods learnt from the same images and were asked about the same others.`,
  /** 'own classes alone' and the like. */
  stand: ({ base, join, offset }: Pick<EvaluationProtocol, 'base' | 'join' | 'offset'>) =>
    base === 'none'
      ? 'own classes alone'
      : `beside ImageNet’s 1000 (join ${join}${offset === 0 ? '' : `, offset ${offset}`})`,
  facts: {
    at: 'Finished',
    images: 'Images',
    groups: 'Independent groups',
    classes: 'Classes',
    stand: 'Stand',
    projection: 'Learned projections',
    seed: 'Seed',
    protocol: 'Protocol',
    data: 'Data',
  },
  /** @param minute as '2026-11-20 14:03' */
  at: (minute: string) => `${minute} UTC`,
  projection: (dimensions: number) => `${dimensions} dimensions`,
  /** @param generator of chances, by its name */
  seed: (seed: number, generator: string) => `${seed} (${generator})`,
  protocol: (version: number, revision: number) => `version ${version}, revision ${revision} of the labels`,
  data: (hash: string) => `SHA-256 ${hash}`,
};
