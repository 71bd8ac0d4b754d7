/** @file Sentences about classes as sums of their images: files of them, and exported models that are gone on with. */
import type { ClassFilePlan, ClassToSave } from '../../main/contract/areas/classFiles';
import type { Given, GivenQuality } from '../../main/contract/model';
import { moment } from '../format';
import { plural } from './plural';

const images = (n: number): string => plural(n, 'image');
const given = (n: number): string => `${images(n)} came as sums`;

/** A date that stays on one line. */
const unbroken = (text: string): string => text.replace(/-/g, '\u2011').replace(/ /g, '\u00a0');

export const classFiles = {
  open: 'Add from a class file…',
  fromFile: 'Classes from a class file…',
  save: 'Save class…',
  openModel: 'Open an exported model…',
  couldNotOpen: 'The class file could not be opened',
  couldNotAdd: 'Nothing was added',
  couldNotSave: 'The class was not saved',

  addTitle: (name: string) => `Add classes from ${name}?`,
  addText:
    'A class file holds sums of embeddings, and no images. Added to a class, they count as its images do, exactly. Nothing is changed before you add them.',
  written: (at: string) => `Saved ${unbroken(moment(at))}.`,
  cannot: 'These sums cannot count here.',
  goBack: 'They would count in a project with the same backbone that sees its images the same way.',
  columns: { take: 'Take', class: 'Class', images: 'Images', into: 'Add to' },
  take: (name: string) => `Take ${name}`,
  into: (name: string) => `Add ${name} to`,
  isNew: 'A new class',
  isThere: 'There already: added again, each image would count twice',
  groups: (n: number, shots: number) =>
    shots === n ? images(n) : `${images(n)} in ${plural(shots, 'group')}`,
  twice:
    'Images that are in both, in the file and in this project, would count twice: sums do not show which they are.',
  add: (classes: number) => `Add ${plural(classes, 'class', 'classes')}`,
  added: ({ name }: ClassFilePlan, classes: number) =>
    `Added ${plural(classes, 'class', 'classes')} from ${name}`,

  saveTitle: (name: string) => `Save ${name} as a class file`,
  saveText: ({ images: n, shots }: ClassToSave) =>
    `The file holds the sum of the embeddings of ${classFiles.groups(n, shots)}, and no image. Whoever has the same backbone can add it to a class of theirs, exactly.`,
  onePicture: (name: string) => `A sum in ${name} is that of one picture.`,
  onePictureText:
    'It is that picture’s embedding: whoever has the file can tell whether a picture they have is the same, and guess at what it shows. Label more images of different things, or save it only for people who may see the picture.',
  sumsTell:
    'Sums tell little of single images. Of two files saved one image apart, the difference is that image’s embedding.',
  preview: 'Add a small picture of one of its images, which anybody who has the file can see',
  noPreview: 'No small picture of its images is at hand.',
  leftOut: 'Not in the file: sums that do not count here.',
  looking: 'Looking what there is…',
  saveNow: 'Save…',
  saveAnyway: 'Save all the same…',
  saved: (name: string) => `Saved ${name}`,

  short: given,
  sign: (quality: GivenQuality) =>
    quality.why === null
      ? `${given(quality.images)}, in ${plural(quality.shots, 'independent group')}. They count as its own images do, and are never held out: the estimate is of its own images.`
      : `Sums of images that do not count now. ${quality.why}`,
  menu: 'Images that came as sums',
  takeOut: ({ images: n, from }: Given) => `Take out ${images(n)} from ${from}`,
  removeText: (n: number) => `The sums of ${images(n)} go with it.`,
  addFolder: 'Add a folder of images…',
  begin: [
    'Add a folder of images',
    'The classes of this model are here, as sums of images that are not. Those of a folder that you add get guesses at once, and each one that you label counts beside the old ones. Images that taught the model before would count twice.',
  ],
} as const;
