/**
 * @file What metadata.json says of an export. Pure: runs in the engine and in tests.
 */
import { createHash } from 'node:crypto';
import type { ExportFormat, Framing } from '../../contract/model';
import { DECODER_VERSION } from '../../images/decoder/protocol';
import { BOX_MARGIN } from '../../images/decoder/regions';
import { backboneHash, type BackboneDescription } from '../backbone/description';
import type { Study } from '../guessing/study';
import {
  labelsFile,
  METADATA_FORMAT,
  METADATA_SCHEMA,
  type Metadata,
  type ModelFileInfo,
} from '../modelFile/metadata';
import { modelId } from '../modelFile/modelId';
import { emitters } from './emitters';
import { OUTPUTS } from './headLayers';
import { rejectionOf, scaleOf } from './describeRejection';

/** What the caller of an export knows. */
export interface ExportAbout {
  /** Of the project. */
  name: string;
  /** Version of the program. */
  version: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** That the embeddings of the open project were made with. */
  framing: Framing;
  /** Whether boxes are among what was labelled. */
  boxes: boolean;
  /** Of manifest.csv: its hash and how many rows it has. */
  manifest: { sha256: string; items: number };
}

export interface DescribeParts {
  about: ExportAbout;
  study: Study;
  /** Labels of the base classes that come before the own ones. */
  base: readonly string[];
  description: BackboneDescription;
  /** The file of class sums beside the model; absent: there is none. */
  sums?: ModelFileInfo | undefined;
}

export const TOOL = 'Imprint Studio';

export function describeModel(
  { about, study, base, description, sums }: DescribeParts,
  format: ExportFormat,
  files: readonly ModelFileInfo[],
): Metadata & { id: string } {
  const { settings } = study.taught.lesson;
  const joined = base.length > 0;
  const classes = [...base.map(baseClass), ...study.classes.map(ownClass)];
  return {
    format: METADATA_FORMAT,
    schema: METADATA_SCHEMA,
    name: about.name,
    createdAt: about.createdAt,
    tool: { name: TOOL, version: about.version },
    model: { format, files: [...files] },
    id: modelId(files, sha256Of(labelsFile(classes)), about.manifest.sha256),
    manifest: about.manifest,
    ...(sums && { sums }),
    classes,
    base: settings.base,
    join: joined ? settings.join : null,
    imprinting: study.taught.options.balanced ? 'balanced' : 'plain',
    method: study.kept?.method ?? (study.taught.options.balanced ? 'balanced' : 'imprinting'),
    leftOut: settings.base === 'none' ? [] : [...(settings.suppressed ?? [])],
    offset: joined ? (settings.offset ?? 0) : null,
    input: inputOf(description, format),
    outputs: { ...OUTPUTS, embedding: description.outputs.embedding },
    preprocessing: preprocessingOf(about, format),
    backbone: backboneOf(description),
    scale: scaleOf(study),
    calibration: calibrationOf(study, joined),
    rejection: rejectionOf(study),
  };
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

const baseClass = (label: string): Metadata['classes'][number] => ({
  ...{ label, base: true, images: null, groups: null },
  ...{ kind: 'class', prototypes: 1 },
});
function ownClass(studied: Study['classes'][number]): Metadata['classes'][number] {
  const { name, images, groups, kind, prototypes } = studied;
  return { label: name, base: false, images, groups, kind, prototypes };
}

function inputOf({ input }: BackboneDescription, format: ExportFormat): Metadata['input'] {
  const { name, size, channels, colour, layout } = input;
  return { name, size, channels, colour, layout, ...emitters[format].input };
}

/** What the format's own loader takes of every picture; null where the framing is that, or the caller's to choose. */
export function ownFramingOf(format: ExportFormat, framing: Framing): Framing | null {
  const { feeds } = emitters[format];
  return feeds && feeds.kind !== framing.kind ? feeds : null;
}

function preprocessingOf({ framing, boxes }: ExportAbout, format: ExportFormat): Metadata['preprocessing'] {
  const own = ownFramingOf(format, framing);
  return {
    framing,
    ...(own && { ownFraming: own }),
    ...(boxes && { boxes: { margin: BOX_MARGIN, framing: { kind: 'stretch' } } }),
    orientation: 'upright',
    transparency: 'on white',
    colours: 'sRGB',
    reduction: 'antialiased bilinear',
    decoderVersion: DECODER_VERSION,
  };
}

function backboneOf(description: BackboneDescription): Metadata['backbone'] {
  const { id, name, licence } = description;
  return { id, name, hash: backboneHash(description), licence };
}

function calibrationOf({ taught, classes, kept }: Study, joined: boolean): Metadata['calibration'] {
  if (joined)
    return no(
      'The probabilities are over own and base classes together; only those over own classes were fitted.',
    );
  if (kept)
    return kept.calibrated
      ? { calibrated: true, reason: null }
      : no('There were too few held-out groups of images to fit the temperature of this head.');
  if (taught.scale !== null) return { calibrated: true, reason: null };
  return no(
    classes.length < 2
      ? 'With one class there is nothing to be more or less sure of.'
      : 'No class has a second independent image from which to learn how sure a guess may be.',
  );
}

const no = (reason: string): Metadata['calibration'] => ({ calibrated: false, reason });
