/** @file The model card's section on what a model must not be used for, from what is known of this one. Pure. */
import type { ExportFigures } from '../../../main/contract/exported';
import type { Metadata } from '../../../main/engine/modelFile/metadata';
import { plural } from '../plural';
import { isMeasured } from './figures';
import { bullets, plain } from './markdown';

/** Below this a class says little of others of its kind. */
const FEW_GROUPS = 10;

export function limitsSection(figures: ExportFigures, metadata: Metadata): string {
  return `## What it must not be used for

${bullets([
  'Decisions about people: who somebody is, what they are like, what they may do.',
  'Anything where a wrong answer can hurt: safety, health, what may be eaten, whom a machine lets pass.',
  'Telling protected, poisonous or invasive species by itself: a person who knows them must look.',
  ...few(figures),
  'Images unlike those that it learnt from: other places, seasons, cameras, distances. How it does there was not measured.',
  ...(!isMeasured(figures.accuracy)
    ? ['Anything for which it matters how often it is wrong: that was not measured.']
    : []),
  ...(metadata.rejection.logit === null && !metadata.classes.some(({ kind }) => kind === 'background')
    ? ['Images that may show none of its classes: it has no way to say so.']
    : []),
])}`;
}

function few({ classes }: ExportFigures): string[] {
  const known = classes.filter(({ groups }) => groups > 0);
  const [least] = [...known].sort((one, other) => one.groups - other.groups);
  if (!least || least.groups >= FEW_GROUPS) return [];
  const groups = known.reduce((sum, one) => sum + one.groups, 0);
  const images = known.reduce((sum, one) => sum + one.images, 0);
  return [
    `Conclusions about kinds from single answers: all it knows is ${plural(images, 'image')} in ${plural(groups, 'independent group')}, of ${plain(least.label)} no more than ${plural(least.groups, 'group')}.`,
  ];
}
