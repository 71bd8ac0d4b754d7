/** @file Why a model of the person's own is refused, and what to do about it: parts of one sentence, see `engine.modelRefused`. */
const EXPORT = 'model.export(FOLDER) of Keras';
const AS_EMBEDDING = 'keras.Model(model.input, model.layers[-2].output).export(FOLDER)';

/** One piece for each kind of reason. */
const advice = {
  any: 'choose a model for inference made of stock layers or operations, in whole files',
  /** Signatures and tags. */
  serving: `save it anew for serving, as ${EXPORT} does`,
  /** Tables, vocabularies and texts. */
  names: `save it anew without the part that looks up names or texts, such as ${AS_EMBEDDING} in Keras`,
  /** Lambda and layers of a program. */
  layers: `save it anew as a SavedModel by ${EXPORT}, which turns such layers into operations`,
  /** Files of Keras, PyTorch and TFLite that lie where a model should. */
  keras: 'open it in Keras and save it by model.export(FOLDER), which makes a SavedModel',
  pytorch: 'convert it into a SavedModel, such as by torch.onnx.export and then onnx2tf',
  tflite: 'choose the SavedModel or Keras model that it was converted from',
  /** Operations that are not for inference alone. */
  python:
    'write what tf.py_function or tf.numpy_function does there as operations of TensorFlow, and save it anew',
  accelerator: `save it anew for a CPU, in Keras with KERAS_BACKEND=tensorflow and ${EXPORT}`,
  pixels: `save it anew with pixels as input, as ${EXPORT} does`,
  summaries: 'take tf.print and summaries out of it, and save it anew',
  pipeline: `save it anew without its pipeline of data, as ${EXPORT} does`,
  disk: 'take out of it what reads or writes files, and save it anew',
  operations: `build it of layers that come with Keras, and save it anew for inference by ${EXPORT}`,
};

export const refusedModel = {
  advice,
  both: 'it holds both saved_model.pb and model.json',
  neither: 'it holds neither saved_model.pb nor model.json',
  assets: 'it comes with files beside its weights',
  graphs: (graphs: number, tag: string): string =>
    `saved_model.pb holds ${graphs} graphs tagged '${tag}' instead of one`,
  /** @param names of operations */
  operations: (names: string): string => `its graph holds ${names}`,
  layers: (names: string): string => `it holds what is no stock layer of TensorFlow.js: ${names}`,
  /** @param others names of the signatures that it has; null: none */
  noSignature: (signature: string, others: string | null): string =>
    `it has no signature '${signature}' with outputs, ${others === null ? 'and no other' : `only ${others}`}`,
  noValues: (names: string): string => `its file has no values for ${names}`,
  /** @param names the first of them in order */
  andMore: (names: string, more: number): string => `${names} and ${more} more`,
};
