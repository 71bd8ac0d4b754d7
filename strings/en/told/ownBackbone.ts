/** @file What a backbone of the person's own cannot do, and why: its layers are not known here, only what it puts out. */
export const ownBackbone = {
  noBase:
    'There are no base classes beside your own, because this project is seen by a backbone of your own, which has none that are known here. Choose a shipped backbone in the project’s menu for that.',
  noBaseAsked: (name: string): string =>
    `‘${name}’ is a backbone of your own, which has no base classes that are known here: leave out --base, or choose a shipped backbone.`,
  notTuned:
    'Only the head can be trained, because this project is seen by a backbone of your own, whose layers are not known here. Choose a shipped backbone in the project’s menu for more.',
  notExported:
    'TensorFlow.js, Teachable Machine, SavedModel, ONNX and TFLite cannot be written from this project: each holds the backbone’s layers, and those of a backbone of your own are not known here. Save class files, or choose a shipped backbone in the project’s menu.',
  notExportedAsked: (formats: string, name: string): string =>
    `${formats} cannot be written with ‘${name}’, because they would hold the backbone’s layers, and those of a backbone of your own are not known here: choose a shipped backbone, or leave out --export.`,
  noEmbedding:
    'The backbone gave no numbers for this image that could be compared with others: all are zero, or some are none.',
};
