/**
 * @file What a TFLite model says of itself to TensorFlow's own tools (Task Library, Android's and MediaPipe's
 * classifiers, metadata readers): field numbers of tflite-support's metadata_schema.fbs, identifier M001. Pure.
 */
import { flatbuffer, float32s, int8, table, tables, text, texts, type Field } from './tables';

const IDENTIFIER = 'M001';
/** The oldest reader that knows every field we write. */
const PARSER_VERSION = '1.0.0';

const MODEL = {
  ...{ name: 0, description: 1, version: 2, subgraphs: 3, author: 4, licence: 5, parserVersion: 7 },
} as const;
const SUBGRAPH = { inputs: 2, outputs: 3 } as const;
const TENSOR = {
  ...{ name: 0, description: 1, dimensions: 2, content: 3, processUnits: 4, stats: 5, files: 6 },
} as const;
const CONTENT = { propertiesType: 0, properties: 1 } as const;
const STATS = { max: 0, min: 1 } as const;
const PROCESS_UNIT = { optionsType: 0, options: 1 } as const;
const NORMALISATION = { mean: 0, std: 1 } as const;
const FILE = { name: 0, description: 1, type: 2 } as const;

/** Members of unions and enumerations. */
const FEATURE_PROPERTIES = 1;
const IMAGE_PROPERTIES = 2;
const COLOUR_SPACE_RGB = 1;
const NORMALISATION_OPTIONS = 1;
const TENSOR_AXIS_LABELS = 2;

type Fields = Record<number, Field>;

export interface ModelFacts {
  /** Of the project. */
  name: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Program and version. */
  generatedBy: string;
  /** A sentence about what may be done with it. */
  licence: string;
  classes: number;
  /** Name of the associated file with a label a line. */
  labelsFile: string;
  /** Names of the model's own input and outputs. */
  input: string;
  outputs: { probabilities: string; logits: string };
}

/** The bytes of the buffer TFLITE_METADATA. */
export function encodeMetadata(facts: ModelFacts): Uint8Array {
  const { name, createdAt, generatedBy, licence, classes } = facts;
  const what = `Says which of ${classes} classes an image shows. How to feed it and when to answer 'none of these' is in metadata.json beside this file.`;
  return flatbuffer(
    {
      [MODEL.name]: text(name),
      [MODEL.description]: text(what),
      [MODEL.version]: text(createdAt),
      [MODEL.subgraphs]: tables([
        {
          [SUBGRAPH.inputs]: tables([image(facts)]),
          [SUBGRAPH.outputs]: tables([probabilities(facts), logits(facts)]),
        },
      ]),
      [MODEL.author]: text(generatedBy),
      [MODEL.licence]: text(licence),
      [MODEL.parserVersion]: text(PARSER_VERSION),
    },
    IDENTIFIER,
  );
}

/** Bytes of 0 to 255 as they are: what normalises them is inside the model. */
function image({ input }: ModelFacts): Fields {
  return {
    [TENSOR.name]: text(input),
    [TENSOR.description]: text('RGB, 0 to 255, upright; normalisation is inside the model.'),
    [TENSOR.dimensions]: texts(['batch', 'height', 'width', 'channel']),
    [TENSOR.content]: content(IMAGE_PROPERTIES, { 0: int8(COLOUR_SPACE_RGB) }),
    [TENSOR.processUnits]: tables([
      {
        [PROCESS_UNIT.optionsType]: int8(NORMALISATION_OPTIONS),
        [PROCESS_UNIT.options]: table({
          [NORMALISATION.mean]: float32s([0]),
          [NORMALISATION.std]: float32s([1]),
        }),
      },
    ]),
    [TENSOR.stats]: stats(0, 255),
  };
}

const probabilities = ({ outputs, labelsFile }: ModelFacts): Fields => ({
  ...perClass(outputs.probabilities, 'A softmax over the classes: always names one of them.', labelsFile),
  [TENSOR.stats]: stats(0, 1),
});

const logits = ({ outputs, labelsFile }: ModelFacts): Fields =>
  perClass(outputs.logits, "What the softmax is taken of, and what says 'none of these'.", labelsFile);

const perClass = (name: string, description: string, labelsFile: string): Fields => ({
  [TENSOR.name]: text(name),
  [TENSOR.description]: text(description),
  [TENSOR.dimensions]: texts(['batch', 'class']),
  [TENSOR.content]: content(FEATURE_PROPERTIES, {}),
  [TENSOR.files]: tables([
    {
      [FILE.name]: text(labelsFile),
      [FILE.description]: text('The classes, one a line, in the order of the values.'),
      [FILE.type]: int8(TENSOR_AXIS_LABELS),
    },
  ]),
});

const content = (type: number, properties: Fields): Field =>
  table({ [CONTENT.propertiesType]: int8(type), [CONTENT.properties]: table(properties) });

const stats = (min: number, max: number): Field =>
  table({ [STATS.max]: float32s([max]), [STATS.min]: float32s([min]) });
