/**
 * @file Reads `history.jsonl`: of all that was ever written to it, as much as belongs to the `project.json` that is
 * there. Pure. Runs in main.
 *
 *   {"history":1,"schema":2,"is":"<fingerprint>"}        with nothing done, project.json is this
 *   {"parts":[…],"values":[…]}                           what the next line is about
 *   {"do":"push","title":"Label 1 image as Pike","is":"<fingerprint>"}
 *   {"do":"undo","is":"<fingerprint>"}                   also 'redo', and 'forget': nothing before counts any more
 *
 * A fingerprint is that of the bytes that project.json has once all lines so far are in it. Lines that were written
 * together have one, at their end.
 */
import { z } from 'zod';
import { SCHEMA_VERSION } from '../schema';

export const HISTORY_VERSION = 1;
/** Newest steps that are kept over a restart, undone ones among them. */
export const MAX_STEPS = 200;
export const MAX_BYTES = 20_000_000;

/** A step that was kept; its body is decoded when it is wanted. */
export interface Entry {
  title: string;
  body: Buffer;
}

export interface Stacks {
  undo: Entry[];
  redo: Entry[];
}

export interface Kept extends Stacks {
  /** Bytes of the file that count; 0 where nothing in it does. */
  length: number;
  /** Older steps than are kept were left out. */
  trimmed: boolean;
  /** There were steps, and none belongs to this project.json. */
  lost: boolean;
}

const headerSchema = z.object({
  history: z.literal(HISTORY_VERSION),
  schema: z.literal(SCHEMA_VERSION),
  is: z.string(),
});
const is = z.string().optional();
const headSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('push'), title: z.string(), is }),
  z.object({ do: z.enum(['undo', 'redo', 'forget']), is }),
]);
export type Head = z.infer<typeof headSchema>;

interface Line {
  head: Head;
  body: Buffer | null;
  /** Offset of what follows it. */
  end: number;
}

/** @param fingerprint of the bytes of project.json */
export function readHistory(bytes: Buffer, fingerprint: string): Kept {
  const nothing = { undo: [], redo: [], length: 0, trimmed: false };
  const end = bytes.indexOf(NEWLINE);
  const header = headerSchema.safeParse(parse(bytes.subarray(0, Math.max(0, end))));
  if (!header.success) return { ...nothing, lost: bytes.length > 0 };
  const lines = readLines(bytes, end + 1);
  const last = lines.map(({ head }) => head.is === fingerprint).lastIndexOf(true);
  if (last < 0 && header.data.is !== fingerprint) return { ...nothing, lost: lines.length > 0 };
  const stacks: Stacks = { undo: [], redo: [] };
  for (const line of lines.slice(0, last + 1)) follow(stacks, line);
  return { ...trim(stacks), length: lines[last]?.end ?? end + 1, lost: false };
}

const NEWLINE = 10;
/** What lines that say something begin with; all others are bodies. */
const HEAD = Buffer.from('{"do"');

/** All whole lines up to the first that makes no sense: what a crash tore is at the end. */
function readLines(bytes: Buffer, start: number): Line[] {
  const lines: Line[] = [];
  let body: Buffer | null = null;
  for (let at = start, end; (end = bytes.indexOf(NEWLINE, at)) >= 0; at = end + 1) {
    const line = bytes.subarray(at, end);
    if (!line.subarray(0, HEAD.length).equals(HEAD)) {
      body = line;
      continue;
    }
    const head = headSchema.safeParse(parse(line));
    if (!head.success || (head.data.do === 'push' && body === null)) break;
    lines.push({ head: head.data, body, end: end + 1 });
    body = null;
  }
  return lines;
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return null;
  }
}

/** Does to the stacks what the line says was done. */
export function follow({ undo, redo }: Stacks, { head, body }: Pick<Line, 'head' | 'body'>): void {
  if (head.do === 'push') {
    undo.push({ title: head.title, body: body ?? Buffer.alloc(0) });
    redo.length = 0;
  } else if (head.do === 'forget') undo.length = redo.length = 0;
  else {
    const [from, to] = head.do === 'undo' ? [undo, redo] : [redo, undo];
    const entry = from.pop();
    if (entry) to.push(entry);
    else undo.length = redo.length = 0; // A step that was too old to be kept: what is left would not fit around it.
  }
}

/** The newest steps within the bounds; of the undone ones those that would be redone first. */
export function trim({ undo, redo }: Stacks): Stacks & { trimmed: boolean } {
  let [steps, bytes] = [0, 0];
  const fits = ({ body }: Entry): boolean => ++steps <= MAX_STEPS && (bytes += body.length) <= MAX_BYTES;
  const keep = (stack: Entry[]): Entry[] => {
    let first = stack.length;
    for (let i = stack.length - 1; i >= 0; i--) {
      const entry = stack[i];
      if (!entry || !fits(entry)) break;
      first = i;
    }
    return stack.slice(first);
  };
  const kept = { redo: keep(redo), undo: keep(undo) };
  return { ...kept, trimmed: kept.undo.length < undo.length || kept.redo.length < redo.length };
}
