/** @file What reading labels from files, merging and saving them say. What begins small continues another sentence. */
import { count } from '../../format';

export const importing = {
  planOutOfDate: 'This plan is out of date, so nothing was imported. Choose the file again.',
  nothingToImport: 'There is nothing to import that the project does not have already.',
  boxInPixels:
    'Its box is in pixels, and the size of the image is not known yet. Import again once the images are read.',
  boxWithoutSize: 'Its box has no width or no height.',
  boxOutside: 'Its box reaches out of the image.',
  onlyClassified: (path: string): string =>
    `${path} is in a folder that is only classified. Nothing there is labelled.`,
  isExcluded: (path: string): string => `${path} is excluded in this project. Include it first.`,
  noSuchImage: (name: string): string => `There is no image ${name} in this project.`,
  severalNamed: (several: number, name: string): string =>
    `${several} images are named like ${name}. Say which one with more of its path.`,
  couldBothBe: (name: string, shortened: string, path: string): string =>
    `${name} and ${shortened} could both be ${path}. This one is left out.`,
  saidOtherwise: (path: string, fact: string, text: string, unit: string, line: number): string =>
    `${path} has the ${fact} ${text} already, in ${unit} ${line}. This one is left out.`,
  saidTwice: (path: string, unit: string, line: number): string =>
    `${path} has the same in ${unit} ${line}. It is counted once.`,
  emptyFile: 'The file is empty. Nothing was imported.',
  noPathColumn: (found: string): string =>
    `No column says which image a row is about. Name one 'path' and import again; the columns are: ${found}.`,
  oneColumn:
    'The file has one column, but path and label are needed. They are parted by a comma, a semicolon or a tab.',
  noLabelColumn: (found: string): string =>
    `No column says which class an image is. Name one 'label' and import again; the columns are: ${found}.`,
  rowLeftOut: (sentence: string): string => `${sentence} The row is left out.`,
  rowNamesNone: 'the row names no image',
  labelEmpty: 'the label is empty',
  tooManyLetters: (what: string, letters: number, most: number): string =>
    `the ${what} has ${letters} letters, and a ${what} may have ${most}`,
  wrongTime: (quoted: string): string => `the time ${quoted} is not like 2026-05-31 14:30:00`,
  noSuchTime: (quoted: string): string => `there is no time ${quoted}`,
  wrongRole: (quoted: string): string => `the role ${quoted} is neither 'learn' nor 'check'`,
  boxIncomplete: 'the box is not complete: it needs x, y, width and height',
  boxOfNoNumbers: (quoted: string): string => `the box ${quoted} is not four numbers`,
  noNumberInBox: (quoted: string): string => `${quoted} in its box is no number`,
  entryLeftOut: (name: string, why: string): string => `${name}: ${why} The entry is left out.`,
  severalLabels: 'It has several labels, and an item has one.',
  noClassOf: (value: number, names: number): string => `There is no class ${value} among ${names}.`,
  noClassName: (path: string, most: number): string =>
    `The folder of ${path} has a name that no class can have: a class's name has 1 to ${most} letters.`,
  otherJson:
    'This JSON is neither a FiftyOne labels.json nor an export of Label Studio. Nothing was imported.',
  noJson: 'The file ends in .json but is not JSON, or it was cut off. Nothing was imported.',
  resultLeftOut: (why: string): string => `${why} It is left out.`,
  labelsAtOnce: (labels: number, names: string): string =>
    `It has ${labels} labels at once (${names}), and an item has one.`,
  boxTurned: 'Its box is turned, and boxes here are upright.',
  boxNotFour: 'Its box is not four numbers.',
  otherKind: (type: string): string =>
    `A result of the kind '${type}' is left out: choices and rectangles are read.`,
  theLabelIsEmpty: 'The label is empty.',
  labelTooLong: (letters: number, most: number): string =>
    `The label has ${letters} letters, and a label may have ${most}.`,
  noImagesIn: (folder: string): string => `There are no images in ${folder}. Nothing was imported.`,
  tooLargeAFile: (file: string): string =>
    `${file} is larger than any file of labels can be. Nothing was imported.`,
  couldNotBeRead: (file: string, what: string): string =>
    `${file} could not be read: ${what}. Nothing was imported.`,
  tooManyClasses: (classes: number, most: number): string =>
    `With this file the project would have ${count(classes)} classes, and it holds ${count(most)}. Nothing was imported. Is the column of labels the right one?`,
  tooManyRows: (rows: number, most: number): string =>
    `The file has ${count(rows)} rows, and one import takes ${count(most)}. Nothing was imported: split the file.`,
};
