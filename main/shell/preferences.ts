/**
 * @file What the app remembers beside projects: recent ones, the window's place, what the person prefers. Losing it costs
 * nobody a label, so lowdb's own file adapter is enough. Runs in main.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { LowSync } from 'lowdb';
import { JSONFileSync } from 'lowdb/node';
import type { PreferenceChange, Preferences } from '../contract/areas/preferences';
import type { RecentProject } from '../contract/model';
import { log } from './log';
import { fresh, usableFields, type Fields } from './preferenceFields';

export type WindowPlace = NonNullable<Fields['window']>;

const MOST_RECENT = 12;

export class PreferenceFile {
  readonly #db: LowSync<Fields>;

  constructor(private readonly file: string) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.#db = new LowSync(new JSONFileSync<Fields>(file), fresh());
    this.#read();
  }

  get values(): Preferences {
    const { theme, language, threads, thumbnailLimit, backbone } = this.#db.data;
    return { theme, language, threads, thumbnailLimit, backbone };
  }

  change(change: PreferenceChange): void {
    const named = Object.entries(change).filter(([, value]) => value !== undefined);
    Object.assign(this.#db.data, Object.fromEntries(named));
    this.#write();
  }

  /** Folder that the person chose for the cache; null: the system's. */
  get cacheFolder(): string | null {
    return this.#db.data.cacheFolder;
  }

  set cacheFolder(folder: string | null) {
    this.#db.data.cacheFolder = folder;
    this.#write();
  }

  get window(): WindowPlace | null {
    return this.#db.data.window;
  }

  set window(place: WindowPlace | null) {
    this.#db.data.window = place;
    this.#write();
  }

  /** Newest first; the id is opaque to the window. */
  get recent(): RecentProject[] {
    return this.#db.data.recent.map((r) => ({ ...r, id: idOf(r.path), missing: !fs.existsSync(r.path) }));
  }

  opened(project: { name: string; path: string }): void {
    const others = this.#db.data.recent.filter((r) => r.path !== project.path);
    const entry = { ...project, openedAt: new Date().toISOString() };
    this.#db.data.recent = [entry, ...others].slice(0, MOST_RECENT);
    this.#write();
  }

  forget(id: string): void {
    this.#db.data.recent = this.#db.data.recent.filter((r) => idOf(r.path) !== id);
    this.#write();
  }

  #read(): void {
    try {
      this.#db.read();
    } catch (error) {
      log.warn('preferences were unreadable and start afresh; the file is kept beside the new one', error);
      this.#keepBroken();
    }
    const { fields, wrong } = usableFields(this.#db.data);
    if (wrong.length > 0)
      log.warn(`preferences that are as at first, because they were wrong: ${wrong.join(', ')}`);
    this.#db.data = fields;
  }

  #keepBroken(): void {
    try {
      fs.renameSync(this.file, `${this.file}.broken`);
    } catch (error) {
      log.warn('the unreadable preferences could not be kept', error);
    }
  }

  #write(): void {
    try {
      this.#db.write();
    } catch (error) {
      log.warn('preferences could not be written', error);
    }
  }
}

const idOf = (projectPath: string): string =>
  createHash('sha256').update(projectPath).digest('hex').slice(0, 16);
