/** @file What the program says of itself. */

export const shell = {
  noNotices:
    'The notices of third parties are not where they should be. Installing the program again brings them back.',
  cacheNotMoved: (to: string): string =>
    `The cache could not be moved to ${to}. It stays where it is, and nothing is lost. Is there room, and may you write there?`,
  reportNotWritten: (file: string): string =>
    `The report could not be written to ${file}. Copying it, or another folder, may help.`,
  partChanged:
    'A part of TensorFlow is not as it was packaged, and was not loaded. Your projects are untouched. Install Imprint Studio again.',
  cacheIntoItself: (from: string): string =>
    `The cache cannot be moved into itself. It stays in ${from}. Choose another folder.`,
  pleaseNote: 'Please note',
  engineNotStarted: (why: string): string =>
    `Images can be seen and labelled, but there are no guesses until it runs. ${why}`,
  engineNotStartedTitle: 'The engine could not be started',
  engineAgain: 'The engine stopped and is being started again. Nothing is lost.',
  engineCouldNotStart: (why: string): string => `The engine could not be started: ${why}`,
  reportFileNotWritten: (what: string, advice: string): string =>
    `The report could not be written: ${what}. ${advice}`,
  requestRefused: (channel: string, why: string): string => `The request ${channel} was refused: ${why}.`,
};
