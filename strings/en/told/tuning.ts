/** @file What training the backbone says where it cannot be done, or came to nothing. */

export const tuning = {
  cameToNothing: (why: string): string => `Training came to nothing, and nothing was changed. ${why}`,
  underWay: 'A training is under way. Wait for it, or cancel it.',
  openElsewhere:
    'This project is open in another window, so that nothing can be kept here. Train there, or close it there first.',
  tooFewLabels:
    'Training takes labelled images of two classes at least, that are read and not kept for the check. Label some more.',
  nothingToKeep: 'There is no trained backbone to keep. Train first.',
  noEpochBetter:
    'No epoch was better than the backbone as it is, so that there is nothing to keep. More labelled images may help.',
  labelsChanged:
    'Images that this backbone learnt from have another label now, or none, so that it is not kept. Train again; what was read of the images is still there.',
  engineEnded:
    'The engine ended, and what was trained is lost. Nothing was changed; train again, which reads only what was not read yet.',
  seenAnotherWay:
    'Training was ended, because the images are seen another way now. Nothing was changed; train again.',
  filesGone:
    'The tuned backbone is not used, because its files are not in the project’s folder any more. Your labels are safe; train again, or go back to the shipped one.',
  labelsLost: (lost: number): string =>
    `The tuned backbone is not used, because ${lost === 1 ? 'an image that it learnt from has' : `${lost} images that it learnt from have`} another label now, or none. Undo that, train again, or go back to the shipped one.`,
};
