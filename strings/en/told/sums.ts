/** @file What classes from files, and sums in their images' place, say. */
import type { Framing } from '../../../main/contract/model';

const have = (names: readonly string[]): string =>
  `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'}`;

export const sums = {
  classNotInFile: 'This class is not in the file. Nothing was added.',
  classGone: 'A class that sums were to be added to is no longer there. Nothing was added.',
  sumsThere: (name: string): string =>
    `${name} has exactly these sums already: added again, each of their images would count twice. Nothing was added.`,
  engineAgain: 'The engine is being started again. Nothing was changed; try once more in a moment.',
  fileNotOpen: 'This file is not open any more. Nothing was added; choose it again.',
  nothingAdded: (readOnly: string): string => `Nothing was added. ${readOnly}`,
  cannotCountHere: (named: string, why: string): string =>
    `The sums in ${named} cannot count here. ${why} Nothing was added.`,
  classNotSaved: (what: string, advice: string): string => `The class was not saved: ${what}. ${advice}`,
  nothingToSave:
    'There is nothing to save of this class yet: none of its images has been read. Label some, or wait until they are read.',
  otherClasses: (place: string): string =>
    `${place} holds other classes than the model beside it. Nothing was opened.`,
  otherSums: (place: string): string =>
    `${place} is not the file that was written with the model beside it. Nothing was opened. Put that one back, or export the model again.`,
  earlierExport:
    'it was exported by an earlier version, or the file was taken away. Export it again where its project is.',
  fineTunedHead:
    'its head was fine-tuned, and what was trained is no sum of images. Export one that was imprinted.',
  noGoingOn: (dir: string, file: string, why: string): string =>
    `${dir} cannot be gone on with: there is no ${file} beside the model, since ${why} Nothing was opened.`,
  modelCannotCountHere: (why: string): string =>
    `The classes of this model cannot count here. ${why} Nothing was opened.`,
  hashMisfits: 'what it says of how images were seen does not fit its hash',
  twoOfOneName: 'it has two classes of the same name',
  wrongDimension: (one: string, dimension: number): string =>
    `the class ${one} has a sum that is not of ${dimension} values`,
  classFault: (one: string, fault: string): string => `the class ${one} ${fault}`,
  noJpeg: 'a preview in it is no JPEG',
  noClassFile: (name: string): string => `${name} is no class file, or it is damaged. Nothing was added.`,
  newerFile: (name: string): string =>
    `${name} was written by a newer version of Imprint Studio. Nothing was added; open it with the newer version.`,
  notWhatItHolds: (name: string, why: string): string =>
    `${name} does not hold what a class file holds: ${why}. Nothing was added.`,
  tooManyBytes: (bytes: number, most: number): string =>
    `it has ${bytes} bytes, and class files have at most ${most}`,
  sumsNotAdded: (what: string, advice: string): string =>
    `The sums were not added: ${what}. ${advice} The project is as it was.`,
  couldNotBeRead: (name: string, what: string, advice: string): string =>
    `${name} could not be read: ${what}. ${advice} Nothing was added.`,
  otherBackbone: (theirs: string, ours: string): string =>
    `They were made with the backbone ${theirs}, and this project uses ${ours}.`,
  otherFraming: (theirs: string, ours: string): string =>
    `They were made with images seen as ${theirs}, and this project sees them as ${ours}.`,
  tooManyImages: (images: number, most: number): string =>
    `has ${images} images, and at most ${most} can come as sums`,
  shotsOfImages: (shots: number, images: number): string => `has ${shots} shots of ${images} images`,
  prototypesMisfit: 'has prototypes whose shots do not add up to its own',
  offValue: (off: number, shots: number): string =>
    `has a sum with the value ${off}, which ${shots} unit embeddings cannot have`,
  zeroSum: 'has a sum of zero, which has no direction',
  squaredLengths: (shots: number, squares: number): string =>
    `says that the squared lengths of ${shots} shots are ${squares} in all`,
  noUnitEmbeddings: 'says that its images have no unit embeddings',
  sumMisfits: 'has a sum that does not fit the squared lengths of its shots',
  needsImages: (names: readonly string[]): string =>
    `${have(names)} images that came as sums, and nothing can be trained on sums: what came of it would know nothing of these images. Nothing was changed. Stay with imprinting, or take the sums out first, in the menu of the class.`,
  onEstimate: (names: readonly string[]): string =>
    `${have(names)} images that came as sums too. They count in every guess and are never held out, so the estimate is of the images that are here.`,
  onContest: (names: readonly string[]): string =>
    `${have(names)} images that came as sums. They take no part in the comparison, where every method learns from the same images; guesses learn from them as well.`,
  framings: {
    stretch: 'the whole frame, stretched',
    centreCrop: 'the square in the middle',
    region: 'a fixed region',
  } satisfies Record<Framing['kind'], string>,
  theWhole: 'the whole',
};
