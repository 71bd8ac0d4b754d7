/**
 * @file What the log of exports says of classes that are no more, and how it forgets that: the only time that its lines change. Pure;
 * runs in main.
 */
import { noteOf } from './exportLog';

export interface Purged {
  /** The file as it shall be. */
  text: string;
  /** Lines that named a class that is no more, or could not be read. */
  lines: number;
}

/** @param classes names of the classes of now */
export function purgedLog(text: string, classes: ReadonlySet<string>): Purged {
  const before = text.split('\n').filter((line) => line !== '');
  const after = before.map((line) => purgedLine(line, classes));
  return {
    text: after.join(''),
    lines: after.filter((line, i) => line !== `${before[i]}\n`).length,
  };
}

/** With its end; nothing where it is no line of ours, as of a torn one nobody knows what it names. */
function purgedLine(line: string, known: ReadonlySet<string>): string {
  const [note] = noteOf(line);
  if (!note) return '';
  if (note.classes.every(({ label }) => label === null || known.has(label))) return `${line}\n`;
  const classes = note.classes.map((one) => {
    const kept = one.label !== null && known.has(one.label);
    return { ...one, label: kept ? one.label : null };
  });
  return `${JSON.stringify({ ...note, classes })}\n`;
}
