/** @file What reading images and looking through folders say. */

export const images = {
  fileGone: 'The file is no longer there. Its label is kept.',
  folderGone: (folder: string): string =>
    `The folder ${folder} is not there. What was decided about its images is kept: connect its disk, or say where the folder is now.`,
  decoderAgain: 'The decoder stopped and is being started again. No image or label is lost.',
  decoderNotStarted:
    'The decoder could not be started. Nothing was lost; close other programs if memory is short, and try again.',
  decoderEnded:
    'The decoder ended twice while reading this file, so it was set aside. The other images are not affected. Save it again as JPEG or PNG in an image editor and rescan.',
  decoderHung:
    'Decoding this file took too long twice, so it was set aside. The other images are not affected. Save a smaller copy of it as JPEG or PNG and rescan.',
  watchesSome: (size: number, wanted: number): string =>
    `New images appear by themselves in ${size} of ${wanted} folders: this system watches no more of them. F5 looks into all.`,
  cancelled: 'Reading was cancelled.',
  engineEnded:
    'The engine ended each time this image was embedded. The other images are not affected; rescan to try it again.',
  notAdded: 'New images could not be added',
  indexUnusable: (what: string): string =>
    `What was known of the image files could not be used, so they are read again: ${what}.`,
  indexNotSaved: (what: string): string =>
    `What is known of the image files could not be saved: ${what}. Labels are not affected.`,
  theFolder: 'The folder',
  noFile: (path: string): string => `${path} is a pipe, a socket or a device and no file.`,
  wrongName: 'has a name that is not valid text, so it cannot be opened. Rename it',
  notPermitted: 'may not be read: check its permissions',
  linkToItself: 'is a link to itself',
  couldNotBeRead: (what: string): string => `could not be read: ${what}`,
  deadLink: 'is a link that leads nowhere',
  isNotThere: 'is not there',
  noGuesses: 'There are no guesses',
};
