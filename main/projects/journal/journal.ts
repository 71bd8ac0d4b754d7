/**
 * @file Keeps what can be undone and redone over a restart, in `history.jsonl` beside `project.json`. Written ahead:
 * the lines of a save are on the disk before the save's project.json is, and each save says which bytes it makes, so
 * that whatever a crash leaves, the two agree as far as they go (`read.ts`). Runs in main.
 *
 * Labels come first: where the history cannot be written, the project still is, and the lines wait for the next save.
 */
import { promises as fs } from 'node:fs';
import { explain } from '../errors';
import { writeDurably } from '../files';
import { projectPaths } from '../paths';
import { SCHEMA_VERSION } from '../schema';
import { follow, HISTORY_VERSION, MAX_BYTES, MAX_STEPS, readHistory, trim } from './read';
import type { Entry, Head, Stacks } from './read';
import { encodeStep } from './step';
import type { Step } from './step';
import { told } from '../../../strings/words';

export type Done = { do: 'push'; step: Step } | { do: 'undo' | 'redo' | 'forget' };

interface Line {
  head: Head;
  body: Buffer | null;
}

/** A file with so many more lines or bytes than are kept is written anew while the project is open. */
const TOO_MANY_LINES = 10 * MAX_STEPS;
const TOO_MANY_BYTES = 2 * MAX_BYTES;

export interface JournalOptions {
  /** Of the bytes of project.json as they are. */
  fingerprint: string;
  /** What `readJournal` found, or null to begin anew. */
  bytes: Buffer | null;
  onNotice: (sentence: string) => void;
  /** What a person calls the project. */
  name: string;
}

/** The file as it is, or null where there is none or it cannot be read: then there is nothing to undo. */
export function readJournal(folder: string): Promise<Buffer | null> {
  return fs.readFile(projectPaths(folder).history).catch(() => null);
}

export class Journal {
  readonly #file: string;
  /** What the file says once everything up to `#size` is followed. */
  #stacks: Stacks;
  /** Bytes that count; 0: the file is to be written from its beginning. */
  #size: number;
  #lines = 0;
  /** Done, and on its way into a save. */
  #pending: Done[] = [];
  /** Of saves whose lines the disk did not take. */
  #unwritten: Line[] = [];
  /** Fingerprint that the file's last line says, and that of the project.json that is there. */
  #says: string;
  #there: string;
  #complained = false;
  #lastError: unknown = null;

  constructor(
    folder: string,
    private readonly options: JournalOptions,
  ) {
    this.#file = projectPaths(folder).history;
    const { bytes, fingerprint } = options;
    const { undo, redo, length, trimmed, lost } = readHistory(bytes ?? Buffer.alloc(0), fingerprint);
    this.#stacks = { undo, redo };
    this.#size = trimmed ? 0 : length;
    this.#says = this.#there = fingerprint;
    if (lost) options.onNotice(lostSentence(options.name));
  }

  /** What can be undone and redone now. */
  get stacks(): Stacks {
    return { undo: [...this.#stacks.undo], redo: [...this.#stacks.redo] };
  }

  /** Something was done that the next save will hold. */
  record(done: Done): void {
    this.#pending.push(done);
  }

  /** What was recorded so far belongs to the save that makes bytes with this fingerprint. */
  take(fingerprint: string): void {
    this.#unwritten.push(...asLines(this.#pending, fingerprint));
    this.#pending = [];
  }

  /** Puts what was taken on the disk, ahead of the project.json it belongs to. Never fails: see above. */
  async keep(): Promise<void> {
    const lines = [...this.#unwritten];
    if (lines.length === 0) return;
    const text = Buffer.concat(lines.flatMap(bytesOf));
    try {
      if (this.#size === 0 || this.#isTooLong()) await this.#writeAnew(text);
      else await this.#append(text);
    } catch (error) {
      this.#lastError = error;
      return;
    }
    this.#unwritten = [];
    this.#lines += lines.length;
    this.#says = lines.at(-1)?.head.is ?? this.#says;
    for (const line of lines) follow(this.#stacks, line);
  }

  /** project.json with this fingerprint is on the disk. */
  saved(fingerprint: string): void {
    this.#there = fingerprint;
    if (this.#unwritten.length === 0 || this.#complained) return;
    this.#complained = true;
    const { what } = explain(this.#lastError);
    this.options.onNotice(told().projects.noUndoAfterRestart(what));
  }

  /**
   * Nothing that is in the project.json that is there can be undone any more, nor read from the file. Lines on their way into a
   * save stay. @throws the system's error; the file is then as it was
   */
  async startAnew(): Promise<void> {
    const isThere = ({ head }: Line): boolean => head.is === this.#there;
    this.#unwritten = this.#unwritten.slice(this.#unwritten.map(isThere).lastIndexOf(true) + 1);
    const header = headerOf(this.#there);
    await writeDurably(this.#file, header);
    this.#stacks = { undo: [], redo: [] };
    this.#size = header.length;
    this.#lines = 0;
    this.#says = this.#there;
  }

  /** Bytes of the file beyond its beginning. */
  async bytes(): Promise<number> {
    const stat = await fs.stat(this.#file).catch(() => null);
    return Math.max(0, (stat?.size ?? 0) - headerOf(this.#there).length);
  }

  /** Older lines may only go when none of them is needed to agree with the project.json that is there. */
  #isTooLong(): boolean {
    return this.#says === this.#there && (this.#lines > TOO_MANY_LINES || this.#size > TOO_MANY_BYTES);
  }

  /** The newest steps only, and then the new lines: in one file that takes the place of the old. */
  async #writeAnew(text: Buffer): Promise<void> {
    this.#stacks = trim(this.#stacks);
    const kept = Buffer.concat(linesThatMake(this.#stacks, this.#says).flatMap(bytesOf));
    const whole = Buffer.concat([headerOf(this.#says), kept, text]);
    await writeDurably(this.#file, whole);
    this.#size = whole.length;
    this.#lines = 0;
  }

  /** After what counts; whatever lies behind it was never part of a project.json that is there, and is cut off. */
  async #append(text: Buffer): Promise<void> {
    const handle = await fs.open(this.#file, 'r+');
    try {
      if ((await handle.stat()).size !== this.#size) await handle.truncate(this.#size);
      await handle.write(text, 0, text.length, this.#size);
      await handle.sync();
    } catch (error) {
      // Linux takes pages for clean after a failed sync: they must be written again, not only synced again.
      await handle.truncate(this.#size).catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
    this.#size += text.length;
  }
}

/** The first line: with nothing done, project.json has this fingerprint. */
function headerOf(is: string): Buffer {
  return Buffer.from(`${JSON.stringify({ history: HISTORY_VERSION, schema: SCHEMA_VERSION, is })}\n`);
}

/** Lines of one save; the last one says which bytes it makes. */
function asLines(done: readonly Done[], fingerprint: string): Line[] {
  return done.map((one, i): Line => {
    const is = i === done.length - 1 ? { is: fingerprint } : {};
    if (one.do !== 'push') return { head: { do: one.do, ...is }, body: null };
    return {
      head: { do: 'push', title: one.step.title, ...is },
      body: Buffer.from(encodeStep(one.step)),
    };
  });
}

/** The shortest history that leads to these stacks. */
function linesThatMake({ undo, redo }: Stacks, fingerprint: string): Line[] {
  const push = ({ title, body }: Entry): Line => ({ head: { do: 'push', title }, body });
  const lines = [...undo, ...[...redo].reverse()].map(push);
  lines.push(...redo.map((): Line => ({ head: { do: 'undo' }, body: null })));
  const last = lines.at(-1);
  if (last) last.head = { ...last.head, is: fingerprint };
  return lines;
}

const NEWLINE = Buffer.from('\n');
function bytesOf({ head, body }: Line): Buffer[] {
  const said = Buffer.from(JSON.stringify(head));
  return body === null ? [said, NEWLINE] : [body, NEWLINE, said, NEWLINE];
}

const lostSentence = (name: string): string => told().projects.othersHistory(name);
