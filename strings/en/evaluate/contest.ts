/** @file Sentences of the comparison of methods. */
import type { EvaluationProtocol, MethodResult, SplitRule } from '../../../main/contract/evaluation';
import { count, fixed, moment } from '../../format';
import { plural } from '../plural';

const ruleSaid = (rule: SplitRule): string => {
  if (rule.kind === 'leave-one-out') return 'each group held out once';
  if (rule.kind === 'k-fold') return `${count(rule.folds)} folds`;
  const ways = rule.ways === null ? 'all classes' : `${count(rule.ways)} classes`;
  return `${plural(rule.episodes, 'episode')} of ${ways}, ${plural(rule.shots, 'image')} each`;
};

const secondsOf = (seconds: number): string => {
  if (seconds < 0.001) return '<\u00a01\u00a0ms';
  return seconds < 1 ? `${Math.round(seconds * 1000)}\u00a0ms` : `${fixed(seconds, 1)}\u00a0s`;
};

export const contest = {
  choose: 'Methods',
  all: 'All methods',
  allHint: 'Two more that take long: semi-hard triplets and wDAE-GNN',
  rule: 'How images are held out',
  rules: {
    'leave-one-out': [
      'Each once',
      'One group of every class at a time. All that you labelled is asked about.',
    ],
    'k-fold': ['In folds', 'So many parts, each asked about by what the others teach. Quicker.'],
    episodes: ['In episodes', 'Drawn again and again with few images per class, as papers do.'],
  } satisfies Record<SplitRule['kind'], [string, string]>,
  folds: 'Folds',
  shots: 'Images per class',
  episodes: 'Episodes',
  seed: 'Seed',
  seedHint: 'The same seed gives the same figures',
  begin: 'Compare',
  new: 'New comparison',
  needsTwo: 'Choose at least one method beside imprinting.',
  progress: 'Comparing methods',
  at: (method: string) => `At work: ${method}`,
  waiting: 'Dealing out the images…',
  none: 'Nothing was compared yet',
  how: 'Choose methods and compare them: they get the same images and the same questions. What comes of it is kept in the project.',
  result: 'Result',
  chart: 'Difference to imprinting, in points',
  columns: {
    method: 'Method',
    estimate: 'Estimate',
    difference: 'Difference to imprinting',
    p: 'p (Holm)',
    time: 'Time',
    base: 'ImageNet’s classes',
    harmonicMean: 'Harmonic mean',
    closer: 'Look closer',
  },
  notBeside:
    'ImageNet’s own images were not asked about. Measure a folder of them in ‘Are ImageNet’s classes intact?’, then compare again.',
  harmonic: 'Harmonic mean of your classes and ImageNet’s, all told among each other',
  pHint:
    'The chance of a difference as large if there were none, made larger for the number of methods that were tried (Holm)',
  /** Half of an interval, a fraction. */
  monteCarlo: (half: number) => `drawn anew: ±${fixed(100 * half, 1)} points`,
  unasked: (names: readonly string[]) =>
    `Never asked about, for too few images or groups: ${names.join(', ')}.`,
  reference: 'compared with',
  closer: (method: string) => `What ${method} takes for what`,
  seconds: secondsOf,
  timeOf: ({ fit, predict }: MethodResult['seconds']) =>
    `To learn ${secondsOf(fit)}, to answer ${secondsOf(predict)}; the median of what was held out`,
  p: (p: number | null) =>
    p === null ? '–' : p < 0.001 ? `<\u00a0${fixed(0.001, 3)}` : fixed(p, p < 0.1 ? 3 : 2),
  protocol: ({ images, groups, classes, rule, seed, base }: EvaluationProtocol) =>
    `${plural(images, 'image')}${groups < images ? ` in ${plural(groups, 'group')}` : ''}, ${plural(classes, 'class', 'classes')}${base === 'imagenet' ? ' beside ImageNet’s 1000' : ''}; ${ruleSaid(rule)}; seed ${seed}.`,
  ruleSaid,
  since: 'Labels have changed since this comparison.',
  failed: (method: string, why: string) => `${method} took no part: ${why}`,
  kept: 'Kept comparisons',
  keptColumns: { at: 'When', images: 'Images', rule: 'Held out', said: 'What it says' },
  when: (at: string) => moment(at),
  open: (at: string) => `Show the comparison of ${moment(at)}`,
  shown: 'shown above',
  forget: (at: string) => `Delete the comparison of ${moment(at)}`,
  forgetTitle: 'Delete this comparison?',
  forgetText: 'Its figures are removed from the project’s folder for good. Labels are not touched.',
  forgetIt: 'Delete',
  csv: 'Save figures (CSV)…',
  html: 'Save report (HTML)…',
  saved: (path: string) => `Written to ${path}`,
};
