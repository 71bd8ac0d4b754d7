/** @file What main tells of a model that is to become a backbone of the person's own: why it cannot, and what to try. */
const NOTHING = 'Nothing was added, and the model’s own folder was only read.';
const ALONE = 'choose a folder that holds the model alone.';

const DOING = {
  look: 'its files were looked at',
  load: 'it was loaded',
  compare: 'it was run on the sample photos',
  try: 'it was run on the sample photos',
} as const;

export const adding = {
  notCopied: (why: string): string => `The model was not copied, because ${why} ${NOTHING}`,
  link: (file: string): string =>
    `${file} is a link to another place: put a copy with whole files in its place, and choose that.`,
  noFile: (file: string): string => `${file} is no file: ${ALONE}`,
  changed: (file: string): string =>
    `${file} changed while it was read: wait until it is written, and try again.`,
  files: (most: number): string => `its folder holds more than ${most} files: ${ALONE}`,
  deep: (most: number): string => `its folders are nested more than ${most} deep: ${ALONE}`,
  bytes: (megabytes: number): string =>
    `its files are ${megabytes} MB, and at most 1024 MB can be added: choose a smaller model, or a folder that holds the model alone.`,
  notWritten: (what: string, advice: string): string =>
    `The model was not added: ${what}. ${advice} Nothing was left behind.`,

  input: {
    one: 'a backbone takes one picture and nothing else',
    type: 'pictures are fed as float32, uint8 or int32',
    rank: 'pictures are fed as [images, height, width, 3]',
    channels: 'pictures are fed as [images, height, width, 3], with the colours last',
    square: 'pictures are fed as squares',
    side: 'squares have 16 to 1024 pixels to a side',
  } as const,
  noPicture: (why: string, inputs: number, ports: string): string =>
    `This model cannot be a backbone: ${why}, and its ${inputs === 1 ? 'input is' : 'inputs are'} ${ports}. ${NOTHING}`,
  noEmbedding: (ports: string): string =>
    `This model cannot be a backbone: an embedding is an output of float32 of [images, values] or [images, height, width, values], and it has ${ports}. ${NOTHING}`,
  unfit: {
    type: 'not of float32',
    rank: 'not one list of values to an image, nor a map of them',
    length: 'not 2 to 16,384 values to an image',
  } as const,
  none: 'none',
  notSaid: 'not said',

  ended: (step: keyof typeof DOING): string =>
    `The model ended the process that tried it while ${DOING[step]}. It may need more memory than there is, or be damaged. ${NOTHING} You can try it again, with other programs closed.`,
  tookTooLong: (step: keyof typeof DOING, seconds: number): string =>
    `The model gave no answer for ${seconds} seconds while ${DOING[step]}, and was stopped. ${NOTHING} It is too slow for this computer, or stands still.`,
  /** @param why as TensorFlow says it */
  notRun: (step: 'load' | 'run', why: string): string =>
    `The model could not be ${step === 'load' ? 'loaded' : 'run on the sample photos'}: ${why}. Try another output, side or input; or save the model anew for inference.`,
  values: {
    'not finite':
      'The model’s values for the sample photos are not all numbers, so no classes can be told apart by them. Try another normalisation or output.',
    zero: 'The model’s values are all zero for some of the sample photos, so these have no place among the others. Try another normalisation or output.',
    alike:
      'The model’s values are the same for all sample photos, so no classes can be told apart by them. Try another normalisation or output.',
  } as const,
  notTried: 'This was not tried yet. Try the model as it is chosen now, and add it then. Nothing was added.',
  noneChosen: 'No model is being added. Choose its folder first.',
  busy: 'A model is being added. Wait for it, or cancel it.',
  noPhotos: 'The sample photos that models are tried on could not be read. Install the program again.',
  isThere: (name: string): string =>
    `This is the backbone ‘${name}’, which is there already: the same files, fed and asked likewise. Nothing was added.`,
  nameTaken: (name: string): string =>
    `There is a backbone called ‘${name}’ already. Choose another name. Nothing was added yet.`,
  notRemoved: (what: string, advice: string): string => `The backbone was not removed: ${what}. ${advice}`,
  notOwn: 'it is none of your own',
  inUse:
    'The open project is seen by this backbone, so it was not removed. Choose another one for the project first.',
};
