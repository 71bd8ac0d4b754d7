/** @file What taking over another person's labels says. */
import { count } from '../../format';

export const takingOver = {
  planOutOfDate:
    'The project has changed since this was compared, so nothing was taken over. Choose the other project again.',
  nothingNew: 'The other project says nothing that this one does not have already.',
  reportNotSaved: (directory: string, what: string, advice: string): string =>
    `The report could not be saved in ${directory}: ${what}. ${advice}`,
  theOpenOne: 'This is the project that is open. Choose the one of the other person.',
  notChanged: 'It was not changed, and nothing was taken over.',
  noProjectIn: (chosen: string, kept: string): string =>
    `There is no project in ${chosen}: choose the folder that ends in .imprint. ${kept}`,
  badProject: (name: string, problem: string, kept: string): string =>
    `project.json of ${name} ${problem}. ${kept} Ask for it once more, or open it: a backup may be good.`,
  newer: (name: string, version: number, kept: string): string =>
    `${name} was written by a newer version of Imprint Studio (format ${version}). ${kept} Update Imprint Studio first.`,
  sumsNotTaken: (names: string, classes: number): string =>
    `In the other project ${names} also ${classes === 1 ? 'has' : 'have'} sums of images that are not there. These are not taken over: have the class saved there, and add it here from its file.`,
  withoutCache: 'came without its cache',
  unusableCache: (what: string): string => `has a cache that cannot be used (${what})`,
  foundByPaths: (why: string): string =>
    `The other project ${why}, so its images are found by their paths and not by their content.`,
  notInThis: 'not in this project',
  oneOfSeveral: 'could be one of several images',
  otherContent: 'the image of this name has other content here',
  sameAsAnother: 'the same image as another one that was taken over',
  tooManyClasses: (classes: number, most: number): string =>
    `With the classes of this project there would be ${count(classes)}, and a project holds ${count(most)}. Nothing was taken over.`,
};
