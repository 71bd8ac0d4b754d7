/**
 * @file The words of model-card.md, section by section, in Markdown: what whoever gets a model must know of it. Every sentence
 * follows from what was counted or measured.
 */
import type { ExportFigures } from '../../../main/contract/exported';
import type { ExportCheck } from '../../../main/contract/exporting';
import type { Metadata } from '../../../main/engine/modelFile/metadata';
import { plural } from '../plural';
import { formats } from '../told/formats';
import { classesSection } from './classes';
import { limitsSection } from './limits';
import { madeSection } from './made';
import { bullets, plain } from './markdown';
import { noneSection, qualitySection } from './quality';

function introduction({ name, model, tool, createdAt, id, base }: Metadata, figures: ExportFigures): string {
  const own = plural(figures.classes.length, 'class', 'classes');
  const beside = base === 'none' ? '' : ", beside ImageNet's 1000";
  return `# ${plain(name)}

Says which of ${own} an image shows${beside}. ${formats[model.format].title}, exported by ${tool.name} ${plain(tool.version)} on ${createdAt.slice(0, 10)}.

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

/** @param commands that run the samples, one a line */
function runSection({ model, preprocessing }: Metadata, commands: readonly string[]): string {
  const { limits } = formats[model.format];
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
    ? `\`manifest.csv\`, one folder up: the ${plural(manifest.items, 'item')} that taught and were checked, by content and not by name. It is part of the model id.`
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

export const card = {
  introduction,
  classesSection,
  qualitySection,
  noneSection,
  limitsSection,
  madeSection,
  checkSection,
  runSection,
  filesSection,
};
