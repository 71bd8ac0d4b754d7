/** @file What a person can do about a model that is refused, by what was found in it. Pure. */
import { told } from '../../../strings/words';

type Kind = keyof ReturnType<typeof told>['refusedModel']['advice'];
type Kinds = readonly (readonly [RegExp, Kind])[];

/** By what operations are called; the first that fits counts. */
const OF_OPERATIONS: Kinds = [
  [/PyFunc/, 'python'],
  [/^Xla|TPU/, 'accelerator'],
  [/^(Decode|ParseExample|ParseSingle|ParseSequence|EncodeJpeg|EncodePng)/, 'pixels'],
  [/^Print|Summary/, 'summaries'],
  [/Dataset|Iterator/, 'pipeline'],
  [/File|Reader|TFRecord|Save|Restore|Merge/, 'disk'],
  [/Table|String|Regex|AsString|Substr|Unicode|Tokenize/, 'names'],
];

/** What lies in a folder in which there is no model that can be loaded. */
const OF_FILES: Kinds = [
  [/\.(keras|h5|hdf5)$/i, 'keras'],
  [/\.(pt|pth|onnx|safetensors)$/i, 'pytorch'],
  [/\.tflite$/i, 'tflite'],
];

export const advice = (kind: Kind): string => told().refusedModel.advice[kind];

/** For a model that holds these operations, which are not allowed. */
export const adviceOn = (operations: Iterable<string>): string =>
  advice(firstOf(OF_OPERATIONS, operations) ?? 'operations');

export const adviceOnFiles = (names: Iterable<string>): string => advice(firstOf(OF_FILES, names) ?? 'any');

function firstOf(kinds: Kinds, names: Iterable<string>): Kind | undefined {
  const all = [...names];
  return kinds.find(([pattern]) => all.some((name) => pattern.test(name)))?.[1];
}
