/**
 * @file `exports.jsonl` in a project's folder: a line for each export, when, what and with which figures. Lines are added and never
 * changed, but by a purge; what a crash or a full disk left of a line counts for nothing. Runs in main; knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ExportNote } from '../../contract/exported';
import { errorCode } from '../errors';
import { syncFolder, writeDurably } from '../files';
import { projectPaths } from '../paths';
import type { ProjectStore } from '../store';
import { noteSchema } from './noteSchema';

export class ExportLog {
  constructor(
    private readonly file: string,
    /** Why nothing may be written, or null. */
    private readonly readOnly: string | null,
  ) {}

  /** Adds a line; returns when it is on the disk. @throws the system's error; the lines before it are then as they were */
  async append(note: ExportNote): Promise<void> {
    if (this.readOnly !== null) throw new Error(this.readOnly);
    const handle = await fs.open(this.file, 'a+');
    try {
      const { size } = await handle.stat();
      const start = size > 0 && !(await endsLine(handle, size)) ? '\n' : '';
      await writeWhole(handle, `${start}${JSON.stringify(note)}\n`, size);
    } finally {
      await handle.close();
    }
    await syncFolder(path.dirname(this.file));
  }

  /** Oldest first; what is no whole line of ours is passed over. */
  async notes(): Promise<ExportNote[]> {
    return (await this.text()).split('\n').flatMap(noteOf);
  }

  /** All of it; empty where nothing was exported. */
  text(): Promise<string> {
    return fs.readFile(this.file, 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return '';
      throw error;
    });
  }

  /** For a purge: takes the place of all that stands in it. @throws the system's error; the file is then as it was */
  async replace(text: string): Promise<void> {
    await writeDurably(this.file, Buffer.from(text));
  }
}

/** Of an open project. */
export const exportLogOf = ({ folder, readOnly }: Pick<ProjectStore, 'folder' | 'readOnly'>): ExportLog =>
  new ExportLog(projectPaths(folder).exports, readOnly);

/** What a line says; nothing where it is no whole one of ours. */
export function noteOf(line: string): ExportNote[] {
  try {
    const parsed = noteSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return []; // Empty, or torn.
  }
}

async function endsLine(handle: fs.FileHandle, size: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}

/** @param size that the file goes back to where the disk refuses */
async function writeWhole(handle: fs.FileHandle, text: string, size: number): Promise<void> {
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    await handle.truncate(size).catch(() => undefined); // A torn line is passed over as well.
    throw error;
  }
}
