/**
 * @file model-card.md: what whoever gets a model must know of it, in Markdown, in the language of who exports, with the front
 * matter that hubs of models read. Pure; runs in main.
 */
import { CLASSES_FILE } from '../classFiles/format';
import type { ExportFigures } from '../contract/exported';
import type { ExportCheck } from '../contract/exporting';
import type { Metadata } from '../engine/modelFile/metadata';
import { told } from '../../strings/words';
import { formatUse } from './formatUse';

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
  const { card } = told();
  const commands = formatUse[metadata.model.format].samples.flatMap(({ install, command }) =>
    install ? [install, command] : [command],
  );
  const sections = [
    frontMatter(metadata),
    card.introduction(metadata, figures),
    card.classesSection(metadata, figures, { classes: onePicture, file: CLASSES_FILE }),
    card.qualitySection(figures, metadata),
    card.noneSection(metadata),
    card.limitsSection(figures, metadata),
    card.madeSection(metadata),
    card.checkSection(check, metadata),
    card.runSection(metadata, commands),
    card.filesSection(metadata),
  ];
  return `${sections.join('\n\n')}\n`;
}

function frontMatter({ model, name, backbone }: Metadata): string {
  const { library } = formatUse[model.format];
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

/** Every JSON string is one in YAML. */
const quoted = (text: string): string => JSON.stringify(text);
