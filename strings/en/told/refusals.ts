/** @file Why a change of a project was refused: nothing was changed. */
import { plural } from '../plural';

export const refusals = {
  boxElsewhere: (id: string, nothing: string): string =>
    `The box ${id} is in another image already. ${nothing}`,
  twoShapes: 'two shapes',
  boxCannotMove: 'A box cannot move to another image. Draw a new one there.',
  boxThere: 'This box is there already. Nothing was copied.',
  noSuchClass: 'This class is no longer there. It was deleted or merged into another.',
  classThere: (other: string): string => `The class ${other} is already there.`,
  nameThere: (other: string): string => `There is already a class named ${other}.`,
  keyTaken: (key: string, other: string): string => `The key ${key} belongs to ${other} already.`,
  mostClasses: (most: number): string => `A project holds at most ${most} classes.`,
  mergedIntoItself: (from: string): string => `The class ${from} cannot be merged into itself.`,
  imagesThere: (path: string, other: string): string =>
    `The images of ${path} are in the project already, with those of ${other}.`,
  holdsAnother: (path: string, other: string): string =>
    `${path} holds ${other}, which is in the project already. Remove that one first.`,
  folderThere: 'This folder is already in the project.',
  mostFolders: (most: number): string => `A project holds at most ${most} folders.`,
  noSuchFolder: 'This folder is no longer in the project.',
  noSuchSums: (name: string): string => `These sums are not in ${name} any more.`,
  nothingImported: 'Nothing was imported.',
  twoEntries: (section: string): string => `two entries of ${section}`,
  twoRoles: 'two roles',
  twoGroups: 'two groups',
  noSuchBox: 'This box is no longer there. It was deleted.',
  folderOfNoProject: (image: string): string =>
    `${image} is in a folder that does not belong to this project.`,
  namedTwice: (item: string, what: string): string =>
    `${item} was given ${what}. Nothing was changed: leave one of them out.`,
  areExcluded: (excluded: number): string =>
    `${plural(excluded, 'of the images is', 'of the images are')} excluded. Nothing was labelled: include them first, or leave them out of the selection.`,
  areCheckImages: (check: number): string =>
    `${plural(check, 'of these is a check image', 'of these are check images')}, labelled without seeing a guess. Nothing was labelled: leave them out of the selection.`,
  twoLabels: 'two labels',
  twoNewNames: 'two new names',
  twoOldNames: 'two old names',
  twoNamesGiven: 'An image was given two new names. Nothing was moved.',
  nameDecidedAbout: (to: string): string =>
    `Something was decided about ${to} already, which this would replace. Nothing was moved.`,
  sumsThere: (name: string): string =>
    `${name} has these sums already: added again, each of their images would count twice.`,
  tooManySums: (name: string, most: number): string =>
    `${name} would have more images as sums than the ${most} that a class holds.`,
  nothingTakenOver: 'Nothing was taken over.',
};
