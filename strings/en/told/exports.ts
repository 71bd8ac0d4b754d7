/** @file What exporting and opening exported models say. */

export const exports = {
  checkEnded:
    'The export could not be checked, because the checking process ended. Nothing was exported; try again.',
  underWay: 'An export is under way. Wait for it, or cancel it.',
  notOpen: 'The model is not open.',
  noAnswer: 'The engine gave no answer for this image. Try it again.',
  cancelled: 'The export was cancelled. Nothing was exported.',
  tooFewClasses:
    'A model of your own classes needs two classes with at least one image each that has been read. Nothing was exported.',
  engineEnded:
    'The engine ended during the export. Nothing was exported, and your labels are safe. Try again.',
  notChecked: 'The export could not be checked, so nothing was exported.',
  noFileToCheck:
    'The export could not be checked, because none of the image files can be read as they were. Nothing was exported. Connect their disk or rescan the folder, and export again.',
  notNoted: 'The model was exported, but the project could not note that it was:',
  noFolder: (folder: string): string =>
    `${folder} is not a folder that can be written to. Nothing was exported.`,
  folderThere: (folder: string): string =>
    `${folder} exists already and was left as it is. Choose another folder for the export.`,
  somethingElse: (folder: string): string =>
    `${folder} holds something else than an exported model, so it is not replaced. Choose another folder.`,
  noModel: (chosen: string, file: string): string =>
    `${chosen} holds no exported model: there is no ${file} in it. Choose the folder that an export made.`,
  otherKind: (dir: string, file: string): string =>
    `${dir} was not exported by this program: its ${file} is of another kind.`,
  newer: (dir: string): string =>
    `${dir} was exported by a newer version of this program. Update it, or export again.`,
  failedCheck: (dir: string): string =>
    `${dir} failed its export check and must not be used. Export the model again.`,
  foreignGraph: (dir: string, foreign: string): string =>
    `${dir} was not exported by this program and was not loaded: its graph holds ${foreign}.`,
  damaged: (dir: string): string => `The model in ${dir} is damaged or incomplete. Export it again.`,
  noModelOpen: 'No model is open.',
  foreignFile: (dir: string, why: string): string =>
    `The model in ${dir} was not exported by this program and was not loaded: ${why}. Export it again.`,
  nothingToExport:
    'There is no model to export yet: no labelled image has been read. Label some images, or wait until they are read.',
  stopped:
    'The export was stopped, because another project was opened or the engine was started again. Nothing was exported.',
  modelNotExported: (what: string): string => `The model was not exported: ${what}.`,
  nothingLeft: 'Nothing was left behind, and your labels are safe.',
  failedCheckOf: (found: readonly string[]): string =>
    `The export failed its check. ${found.join(' ')} The model must not be used, and its folder says so in its name.`,
  steps: {
    prepare: 'Preparing the model',
    write: 'Writing the model',
    check: 'Checking it with your images',
  },
};
