/** @file What the open project's desk says: its images, its folders and what is kept beside it. */

export const desk = {
  engineKnowsNothing: 'The engine does not know this project yet.',
  guessesNotUpToDate: 'The guesses could not be brought up to date',
  noSuchBackbone: (id: string): string =>
    `There is no backbone ‘${id}’ in this installation. Nothing was changed.`,
  isClassFile: (name: string): string =>
    `${name} is a class file, which is added to a project: open one, and drop the file on it. Nothing was opened.`,
  noProject: 'No project is open. Open a folder or a project first.',
  notThere: (chosen: string): string => `${chosen} is not there any more. Nothing was opened.`,
  foldersNotRead: 'The folders could not be read',
  imagesNotUpToDate: 'The images could not be brought up to date',
  severalNew: (found: number): string =>
    `There are ${found} new files with this content, so it is not clear which it is.`,
  severalGone: (lost: number): string =>
    `${lost} images that are gone have this content, so it is not clear which is which.`,
  imagesChanged: 'The images have changed since they were listed. Nothing was moved: look again.',
  anotherFolder: (before: string, chosen: string, file: string): string =>
    `None of the images of ${before} is in ${chosen}, so it is another folder. Nothing was changed. Choose the folder that holds what was in ${file}.`,
  folderGone: 'This folder is no longer in the project.',
  nothingToDraw:
    'There is nothing to draw from: every image that could be read has a label, is in the check already, or is excluded. Add images, or take labels away.',
  engineAgain: 'The engine is being started again. Nothing is lost; try once more in a moment.',
  blind:
    'These images belong to the blind check: what they are like stays hidden until they are labelled. Label them in Check first.',
  nothingToCompare: 'There is nothing to compare with yet. Wait until this image has been read.',
  twoLabels: (one: string, other: string, label: string, otherLabel: string): string =>
    `${one} and ${other} are the same image, but one is labelled ${label} and the other ${otherLabel}: one of both cannot be right.`,
  moreWithTwoLabels: (more: number): string => `And ${more} more images with two labels.`,
  noKey: (name: string): string => `${name} has no key any more, since all are taken`,
  otherKey: (name: string, key: string, before: string): string =>
    `${name} has the key ${key} instead of ${before}`,
  keysExchanged: (said: readonly string[]): string =>
    `Some keys of classes are commands now: ${said.join('; ')}. Labels are as they were; a class’s menu offers other keys.`,
};
