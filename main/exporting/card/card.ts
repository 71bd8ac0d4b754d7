/**
 * @file model-card.md: what whoever gets a model must know of it, in Markdown with the front matter that hubs of models read. Every
 * sentence follows from what was counted or measured. Pure; runs in main.
 */
import type { ExportFigures } from '../../contract/exported';
import type { ExportCheck } from '../../contract/exporting';
import type { Metadata } from '../../engine/modelFile/metadata';
import { plural as count } from '../../../strings/en/plural';
import { formatWords } from '../formatWords';
import { classesSection } from './classes';
import { limitsSection } from './limits';
import { madeSection } from './made';
import { bullets, plain, quoted } from './markdown';
import { noneSection, qualitySection } from './quality';

export const CARD_FILE = 'model-card.md';

export interface CardFacts {
  /** As it was read back. */
  metadata: Metadata;
  figures: ExportFigures;
  check: ExportCheck;
  /** Classes of which the sums in the folder are those of one picture. */
  onePicture: readonly string[];
}

export function modelCard({ metadata, figures, check, onePicture }: CardFacts): string {
  const sections = [
    frontMatter(metadata),
    introduction(metadata, figures),
    classesSection(metadata, figures, onePicture),
    qualitySection(figures, metadata),
    noneSection(metadata),
    limitsSection(figures, metadata),
    madeSection(metadata),
    checkSection(check, metadata),
    runSection(metadata),
    filesSection(metadata),
  ];
  return `${sections.join('\n\n')}\n`;
}

function frontMatter({ model, name, backbone }: Metadata): string {
  const { library } = formatWords[model.format];
  return `---
license: ${quoted(backbone.licence.toLowerCase())}
library_name: ${quoted(library)}
pipeline_tag: image-classification
tags:
  - image-classification
  - few-shot
  - imprinted-weights
  - ${quoted(model.format)}
model_name: ${quoted(name)}
---`;
}

function introduction({ name, model, tool, createdAt, id, base }: Metadata, figures: ExportFigures): string {
  const own = count(figures.classes.length, 'class', 'classes');
  const beside = base === 'none' ? '' : ", beside ImageNet's 1000";
  return `# ${plain(name)}

Says which of ${own} an image shows${beside}. ${formatWords[model.format].title}, exported by ${tool.name} ${plain(tool.version)} on ${createdAt.slice(0, 10)}.

Model id: \`${id ?? 'none'}\``;
}

function checkSection(
  { message, limit, maxAbsDiff, reader, passed }: ExportCheck,
  { model }: Metadata,
): string {
  const found = passed
    ? `The largest difference of a probability was ${maxAbsDiff.toExponential(1)}; ${limit} was allowed.`
    : 'The model must not be used.';
  const own =
    reader === 'TensorFlow'
      ? 'TensorFlow read the file.'
      : `A reader of Imprint Studio read the file and TensorFlow ran what it read, so this shows what stands in the file, not what another program makes of it; \`--check\` of the samples asks those.`;
  return `## The export check

${message} ${found} ${own} (${model.format}, check.json)

This shows that the file answers as the program did. It does not show that either is right.`;
}

function runSection({ model, preprocessing }: Metadata): string {
  const { samples, limits } = formatWords[model.format];
  const commands = samples.flatMap(({ install, command }) => [...(install ? [install] : []), command]);
  const crop = preprocessing.ownFraming
    ? [
        "The format's own loader takes the centre of every picture, which is not what the model was made with; the samples here take what it was.",
      ]
    : [];
  return `## How to run it

In this folder:

\`\`\`sh
${commands.join('\n')}
\`\`\`

With \`--check FOLDER\` in place of IMAGE a sample repeats the export check with the images in that folder.

${bullets([...limits, ...crop])}`;
}

function filesSection({ manifest }: Metadata): string {
  const evidence = manifest
    ? `\`manifest.csv\`, one folder up: the ${count(manifest.items, 'item')} that taught and were checked, by content and not by name. It is part of the model id.`
    : '';
  return `## Files

${bullets([
  '`labels.txt`: the classes in the order of the outputs.',
  '`metadata.json`: all that a program needs to know.',
  '`check.json`: what the export check found, and the answers to repeat it with.',
  '`LICENCES.txt`: whose work is in this folder, and on what terms.',
  ...(evidence ? [evidence] : []),
])}`;
}
