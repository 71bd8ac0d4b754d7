/** @file Errors of adding a backbone of the person's own, in the words of the catalogue. Pure; runs in main. */
import { told } from '../../strings/words';
import { PersonError } from '../contract/errors';
import type { Port } from '../engine/ownBackbones/answer';
import { listed } from '../engine/ownBackbones/listed';
import { explain } from '../projects/errors';

const MIB = 2 ** 20;
/** What TensorFlow says is for whoever made the model, and may be long. */
const LONGEST_WHY = 300;

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
    super(told().adding.notCopied(why(reason)));
  }
}

function why(reason: Reason): string {
  const { adding } = told();
  if ('link' in reason) return adding.link(shortened(reason.link));
  if ('noFile' in reason) return adding.noFile(shortened(reason.noFile));
  if ('changed' in reason) return adding.changed(shortened(reason.changed));
  if ('files' in reason) return adding.files(reason.files);
  if ('deep' in reason) return adding.deep(reason.deep);
  return adding.bytes(Math.ceil(reason.bytes / MIB));
}

/** As a sentence shows it. */
const shortened = (file: string): string => (file.length > 80 ? `${file.slice(0, 80)}…` : file);

/** The disk refused, in a sentence. */
export function notWritten(error: unknown): PersonError {
  const { what, advice } = explain(error);
  return new PersonError(told().adding.notWritten(what, advice).replace(/ {2}/, ' '));
}

export type InputFault = 'one' | 'type' | 'rank' | 'channels' | 'square' | 'side';

export function noPicture(inputs: readonly Port[], fault: InputFault): string {
  const { adding } = told();
  return adding.noPicture(adding.input[fault], inputs.length, portsText(inputs));
}

export const noEmbedding = (outputs: readonly Port[]): string =>
  told().adding.noEmbedding(portsText(outputs));

const portsText = (ports: readonly Port[]): string =>
  ports.length === 0 ? told().adding.none : listed(new Set(ports.map(portText)));

function portText({ name, dtype, shape }: Port): string {
  const sides = shape?.map((side) => (side < 0 ? '?' : side)).join(', ');
  const facts = [dtype, sides === undefined ? null : `[${sides}]`].filter((fact) => fact !== null);
  return `${name} (${facts.join(' ') || told().adding.notSaid})`;
}

/** What the process that tries a model was doing. */
export type TryStep = 'look' | 'load' | 'compare' | 'try';

export const ended = (step: TryStep, code: number): PersonError =>
  new PersonError(told().adding.ended(step), `exit code ${code}`);

export const tookTooLong = (step: TryStep, seconds: number): PersonError =>
  new PersonError(told().adding.tookTooLong(step, seconds));

export const notRun = (step: 'load' | 'run', reason: string): string =>
  told().adding.notRun(step, reason.replace(/\s+/g, ' ').slice(0, LONGEST_WHY).replace(/\.$/, ''));

/** @param error what the disk said */
export function notRemoved(error: unknown): PersonError {
  const { what, advice } = explain(error);
  return new PersonError(told().adding.notRemoved(what, advice).trim());
}
