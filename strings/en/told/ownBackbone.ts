/** @file What a backbone of the person's own cannot do, and why: its layers are not known here, only what it puts out. */
export const ownBackbone = {
  /** @param name null: nobody noted it */
  called: (id: string, name: string | null): string => (name === null ? `‘${id}’` : `‘${name}’ (${id})`),
  noBase:
    'There are no base classes with a backbone of your own. Choose a shipped one in the project’s menu for these.',
  rests:
    'A backbone of your own has no base classes, and its layers are not known here: deeper training and exported models rest meanwhile.',
  noBaseAsked: (name: string): string =>
    `${name} is a backbone of your own, which has no base classes that are known here: leave out --base, or choose a shipped backbone.`,
  notTuned:
    'Only the head can be trained, because this project is seen by a backbone of your own, whose layers are not known here. Choose a shipped backbone in the project’s menu for more.',
  notExported:
    'TensorFlow.js, Teachable Machine, SavedModel, ONNX and TFLite cannot be written from this project: each holds the backbone’s layers, and those of a backbone of your own are not known here. What can be taken out are class files, and guesses or embeddings by ‘Save labels as…’; the command classify answers by this project. Or choose a shipped backbone in the project’s menu.',
  notExportedAsked: (formats: string, name: string): string =>
    `${formats} cannot be written with ${name}, because they would hold the backbone’s layers, and those of a backbone of your own are not known here: choose a shipped backbone, or leave out --export. With --project, classify answers by what was imprinted.`,
  noEmbedding:
    'The backbone gave no numbers for this image that could be compared with others: all are zero, or some are none.',
};
