/** @file A class's name as a source that is no CSV gives it. Pure. Runs in main. */
import { MAX_CLASS_NAME } from '../../projects/schema';
import { told } from '../../../strings/words';

/** A label that cannot be used, and why, in a sentence. */
export class BadLabel extends Error {}

export function labelText(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (text === '') throw new BadLabel(told().importing.theLabelIsEmpty);
  if (text.length > MAX_CLASS_NAME)
    throw new BadLabel(told().importing.labelTooLong(text.length, MAX_CLASS_NAME));
  return text;
}
