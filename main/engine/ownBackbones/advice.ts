/** @file What a person can do about a model that is refused: one piece of advice for each kind of reason. Pure. */
const EXPORT = 'model.export(FOLDER) of Keras';
const AS_EMBEDDING = 'keras.Model(model.input, model.layers[-2].output).export(FOLDER)';

export const ADVICE = {
  any: 'choose a model for inference made of stock layers or operations, in whole files',
  /** Signatures and tags. */
  serving: `save it anew for serving, as ${EXPORT} does`,
  /** Tables, vocabularies and texts. */
  names: `save it anew without the part that looks up names or texts, such as ${AS_EMBEDDING} in Keras`,
  /** Lambda and layers of a program. */
  layers: `save it anew as a SavedModel by ${EXPORT}, which turns such layers into operations`,
  keras: `open it in Keras and save it by model.export(FOLDER), which makes a SavedModel`,
  pytorch: 'convert it into a SavedModel, such as by torch.onnx.export and then onnx2tf',
  tflite: 'choose the SavedModel or Keras model that it was converted from',
} as const;

/** By what operations are called; the first that fits counts. */
const OF_OPERATIONS: readonly (readonly [RegExp, string])[] = [
  [
    /PyFunc/,
    'write what tf.py_function or tf.numpy_function does there as operations of TensorFlow, and save it anew',
  ],
  [/^Xla|TPU/, `save it anew for a CPU, in Keras with KERAS_BACKEND=tensorflow and ${EXPORT}`],
  [
    /^(Decode|ParseExample|ParseSingle|ParseSequence|EncodeJpeg|EncodePng)/,
    `save it anew with pixels as input, as ${EXPORT} does`,
  ],
  [/^Print|Summary/, 'take tf.print and summaries out of it, and save it anew'],
  [/Dataset|Iterator/, `save it anew without its pipeline of data, as ${EXPORT} does`],
  [/File|Reader|TFRecord|Save|Restore|Merge/, 'take out of it what reads or writes files, and save it anew'],
  [/Table|String|Regex|AsString|Substr|Unicode|Tokenize/, ADVICE.names],
];

/** For a model that holds these operations, which are not allowed. */
export function adviceOn(operations: ReadonlySet<string>): string {
  const found = OF_OPERATIONS.find(([pattern]) => [...operations].some((name) => pattern.test(name)));
  return found?.[1] ?? `build it of layers that come with Keras, and save it anew for inference by ${EXPORT}`;
}

/** What lies in a folder in which there is no model that can be loaded. */
const OF_FILES: readonly (readonly [RegExp, string])[] = [
  [/\.(keras|h5|hdf5)$/i, ADVICE.keras],
  [/\.(pt|pth|onnx|safetensors)$/i, ADVICE.pytorch],
  [/\.tflite$/i, ADVICE.tflite],
];

export function adviceOnFiles(names: Iterable<string>): string {
  const all = [...names];
  return OF_FILES.find(([pattern]) => all.some((name) => pattern.test(name)))?.[1] ?? ADVICE.any;
}
