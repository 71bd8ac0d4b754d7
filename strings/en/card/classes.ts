/** @file The model card's section on the classes: what taught each, and what is known of it. Pure. */
import type { ExportFigures } from '../../../main/contract/exported';
import type { Metadata } from '../../../main/engine/modelFile/metadata';
import { inCell } from './figures';
import { plain, table } from './markdown';

/** Classes of which the sums in that file are those of one picture. */
interface OnePicture {
  classes: readonly string[];
  file: string;
}

export function classesSection(metadata: Metadata, figures: ExportFigures, onePicture: OnePicture): string {
  const measured = figures.accuracy !== null;
  const titles = ['class', 'images', 'groups', measured ? 'found (blind check)' : 'found (estimate)'];
  const kinds = new Map(metadata.classes.map(({ label, kind }) => [label, kind]));
  const rows = figures.classes.map(({ label, images, groups, estimate, accuracy }) => [
    plain(label) + (kinds.get(label) === 'background' ? ' (none of the others)' : ''),
    String(images),
    String(groups),
    measured ? (accuracy ? inCell(accuracy) : 'not measured') : inCell(estimate),
  ]);
  const parts = [
    '## Classes',
    table(titles, rows),
    'Groups are independent shots: images of one burst or scene, or boxes of one image, count as one. _Found_ is the share of a class’s own images that are called by its name, with what it was counted on and its 95 % interval in per cent.',
    ...(metadata.base === 'none'
      ? []
      : ["ImageNet's 1000 classes come before these; labels.txt has them all."]),
    ...privacy(onePicture),
  ];
  return parts.join('\n\n');
}

function privacy({ classes, file }: OnePicture): string[] {
  if (classes.length === 0) return [];
  return [
    `**One picture each:** ${classes.map(plain).join(', ')}. \`${file}\` holds what classes were made of, added up; of a class that learnt from one image, or from one group of like ones, that is this image in numbers. Whoever has the file can tell whether a picture they have is that one. Delete it before you give the folder to somebody who must not know; the model does not need it.`,
  ];
}
