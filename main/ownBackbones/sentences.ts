/** @file What adding a backbone of the person's own says, and its errors. Pure; runs in main. */
import { PersonError } from '../contract/errors';
import type { Port } from '../engine/ownBackbones/answer';
import { listed } from '../engine/ownBackbones/listed';
import { explain } from '../projects/errors';

const MIB = 2 ** 20;
const NOTHING = 'Nothing was added, and the model’s own folder was only read.';

/** The person stopped it. */
export class Stopped extends Error {
  override name = 'Stopped';
}

type Reason =
  | { link: string }
  | { noFile: string }
  | { changed: string }
  | { files: number }
  | { bytes: number }
  | { deep: number };

/** The folder is not one that a model is copied from. */
export class NotCopied extends PersonError {
  override name = 'NotCopied';

  constructor(reason: Reason) {
    super(`The model was not copied, because ${why(reason)} ${NOTHING}`);
  }
}

function why(reason: Reason): string {
  if ('link' in reason)
    return `${shortened(reason.link)} is a link to another place: put a copy with whole files in its place, and choose that.`;
  if ('noFile' in reason)
    return `${shortened(reason.noFile)} is no file: choose a folder that holds the model alone.`;
  if ('changed' in reason)
    return `${shortened(reason.changed)} changed while it was read: wait until it is written, and try again.`;
  if ('files' in reason)
    return `its folder holds more than ${reason.files} files: choose a folder that holds the model alone.`;
  if ('deep' in reason)
    return `its folders are nested more than ${reason.deep} deep: choose a folder that holds the model alone.`;
  return `its files are ${Math.ceil(reason.bytes / MIB)} MB, and at most 1024 MB can be added: choose a smaller model, or a folder that holds the model alone.`;
}

/** As a sentence shows it. */
const shortened = (file: string): string => (file.length > 80 ? `${file.slice(0, 80)}…` : file);

/** The disk refused, in a sentence. */
export function notWritten(error: unknown): PersonError {
  const { what, advice } = explain(error);
  return new PersonError(
    `The model was not added: ${what}. ${advice} Nothing was left behind.`.replace(/ {2}/, ' '),
  );
}

type InputFault = 'one' | 'type' | 'rank' | 'channels' | 'square' | 'side';

const INPUT_FAULTS: Record<InputFault, string> = {
  one: 'a backbone takes one picture and nothing else',
  type: 'pictures are fed as float32, uint8 or int32',
  rank: 'pictures are fed as [images, height, width, 3]',
  channels: 'pictures are fed as [images, height, width, 3], with the colours last',
  square: 'pictures are fed as squares',
  side: 'squares have 16 to 1024 pixels to a side',
};

export const noPicture = (inputs: readonly Port[], fault: InputFault): string =>
  `This model cannot be a backbone: ${INPUT_FAULTS[fault]}, and its ${inputs.length === 1 ? 'input is' : 'inputs are'} ${portsText(inputs)}. ${NOTHING}`;

export const noEmbedding = (outputs: readonly Port[]): string =>
  `This model cannot be a backbone: an embedding is an output of float32 of [images, values] or [images, height, width, values], and it has ${portsText(outputs)}. ${NOTHING}`;

export const UNFIT_OUTPUT = {
  type: 'not of float32',
  rank: 'not one list of values to an image, nor a map of them',
  length: 'not 2 to 16,384 values to an image',
} as const;

const portsText = (ports: readonly Port[]): string =>
  ports.length === 0 ? 'none' : listed(new Set(ports.map(portText)));

const portText = ({ name, dtype, shape }: Port): string =>
  `${name} (${[dtype, shape && `[${shape.map((side) => (side < 0 ? '?' : side)).join(', ')}]`].filter(Boolean).join(' ') || 'not said'})`;

/** What the process that tries a model was doing. */
export type TryStep = 'look' | 'load' | 'compare' | 'try';

const DOING: Record<TryStep, string> = {
  look: 'its files were looked at',
  load: 'it was loaded',
  compare: 'it was run on the sample photos',
  try: 'it was run on the sample photos',
};

export const ended = (step: TryStep, code: number): PersonError =>
  new PersonError(
    `The model ended the process that tried it while ${DOING[step]}. It may need more memory than there is, or be damaged. ${NOTHING} You can try it again, with other programs closed.`,
    `exit code ${code}`,
  );

export const tookTooLong = (step: TryStep, seconds: number): PersonError =>
  new PersonError(
    `The model gave no answer for ${seconds} seconds while ${DOING[step]}, and was stopped. ${NOTHING} It is too slow for this computer, or stands still.`,
  );

export const NOT_TRIED =
  'This was not tried yet. Try the model as it is chosen now, and add it then. Nothing was added.';
export const NONE_CHOSEN = 'No model is being added. Choose its folder first.';
export const BUSY = 'A model is being added. Wait for it, or cancel it.';
export const NOT_FINITE =
  'The model’s values for the sample photos are not all numbers, so no classes can be told apart by them. Try another normalisation or output.';
export const ALL_ZERO =
  'The model’s values are all zero for some of the sample photos, so these have no place among the others. Try another normalisation or output.';
export const ALL_ALIKE =
  'The model’s values are the same for all sample photos, so no classes can be told apart by them. Try another normalisation or output.';
export const NO_PHOTOS =
  'The sample photos that models are tried on could not be read. Install the program again.';

export const isThere = (name: string): string =>
  `This is the backbone ‘${name}’, which is there already: the same files, fed and asked likewise. Nothing was added.`;

export const nameTaken = (name: string): string =>
  `There is a backbone called ‘${name}’ already. Choose another name. Nothing was added yet.`;

/** @param why what happened, or what the disk said */
export function notRemoved(why: unknown): string {
  const { what, advice } = typeof why === 'string' ? { what: why, advice: '' } : explain(why);
  return `The backbone was not removed: ${what}. ${advice}`.trim();
}

/** What TensorFlow says is for whoever made the model, and may be long. */
export const notRun = (step: 'load' | 'run', why: string): string =>
  `The model could not be ${step === 'load' ? 'loaded' : 'run on the sample photos'}: ${why.replace(/\s+/g, ' ').slice(0, 300)}. Try another output, side or input; or save the model anew for inference.`;

export const IN_USE =
  'The open project is seen by this backbone, so it was not removed. Choose another one for the project first.';
