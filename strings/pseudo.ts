/**
 * @file A language that nobody speaks: English in brackets, and longer, as translations are. What shows no brackets is not in the
 * catalogue; what does not fit would not fit in German either. Offered in development only. Pure.
 */
export const PSEUDO = 'en-XA';

const OPEN = '⟦';
const CLOSE = '⟧';
/** Of a text's length. */
const LONGER_BY = 0.3;

/** The same words, lists and functions, with every text in brackets. */
export function pseudo<T>(words: T): T {
  return told(words) as T;
}

function told(value: unknown): unknown {
  if (typeof value === 'string') return bracketed(value);
  if (typeof value === 'function')
    return (...args: unknown[]) => told((value as (...args: unknown[]) => unknown)(...args));
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one)]));
}

/** Nothing, which some sentences are where there is nothing to say, stays nothing. */
function bracketed(text: string): string {
  if (text === '') return text;
  return `${OPEN}${text}${'~'.repeat(Math.ceil(text.length * LONGER_BY))}${CLOSE}`;
}

/** What of a text stands outside of brackets, however they lie within each other. */
export function unbracketed(text: string): string {
  let depth = 0;
  let outside = '';
  for (const sign of text) {
    if (sign === OPEN) depth += 1;
    else if (sign === CLOSE) depth -= 1;
    else if (depth === 0) outside += sign;
  }
  return outside;
}
