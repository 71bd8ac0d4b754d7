/** @file A class's name as a source that is no CSV gives it. Pure. Runs in main. */
import { MAX_CLASS_NAME } from '../../projects/schema';

/** A label that cannot be used, and why, in a sentence. */
export class BadLabel extends Error {}

export function labelText(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (text === '') throw new BadLabel('The label is empty.');
  if (text.length > MAX_CLASS_NAME)
    throw new BadLabel(`The label has ${text.length} letters, and a label may have ${MAX_CLASS_NAME}.`);
  return text;
}
