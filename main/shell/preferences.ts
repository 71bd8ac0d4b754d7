/**
 * @file What the app remembers beside projects: recent ones, the window's place. Losing it costs nobody a label,
 * so lowdb's own file adapter is enough. Runs in main.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { LowSync } from 'lowdb';
import { JSONFileSync } from 'lowdb/node';
import { z } from 'zod';
import type { RecentProject } from '../contract/model';
import { log } from './log';

const schema = z.object({
  recent: z.array(z.object({ name: z.string(), path: z.string(), openedAt: z.string() })).max(20),
  window: z
    .object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() })
    .nullable(),
});
type Preferences = z.infer<typeof schema>;
export type WindowPlace = NonNullable<Preferences['window']>;

const MOST_RECENT = 12;
const fresh = (): Preferences => ({ recent: [], window: null });

export class PreferenceFile {
  readonly #db: LowSync<Preferences>;

  constructor(file: string) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.#db = new LowSync(new JSONFileSync<Preferences>(file), fresh());
    this.#read();
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
      this.#db.data = schema.parse(this.#db.data);
    } catch (error) {
      log.warn('preferences were unreadable and start afresh', error);
      this.#db.data = fresh();
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
