/** @file What the file of preferences holds, field by field, each with what it is where the file does not say. Pure. */
import path from 'node:path';
import { z } from 'zod';
import type { Preferences } from '../contract/areas/preferences';
import { DEFAULT_BACKBONE } from '../projects/document';

const place = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() });
const project = z.object({ name: z.string(), path: z.string(), openedAt: z.string() });

export const LEAST_THUMBNAILS = 100e6;
export const MOST_THREADS = 1024;

/** What a person may set, as the window may send it. */
export const valueSchemas = {
  theme: z.enum(['system', 'light', 'dark']),
  language: z.string().regex(/^(system|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/),
  threads: z.int().min(1).max(MOST_THREADS).nullable(),
  thumbnailLimit: z
    .int()
    .min(LEAST_THUMBNAILS)
    .max(2 ** 50),
  backbone: z.string().regex(/^[a-z0-9-]{1,80}$/),
};

const FIELDS = {
  ...valueSchemas,
  recent: z.array(project).max(20),
  window: place.nullable(),
  /** Of the cache, where the person chose one. */
  cacheFolder: z
    .string()
    .refine((folder) => path.isAbsolute(folder))
    .nullable(),
};

export type Fields = { [F in keyof typeof FIELDS]: z.infer<(typeof FIELDS)[F]> };

export const VALUES: Preferences = {
  theme: 'system',
  language: 'system',
  threads: null,
  thumbnailLimit: 1e9,
  backbone: DEFAULT_BACKBONE,
};

export const fresh = (): Fields => ({ ...VALUES, recent: [], window: null, cacheFolder: null });

/**
 * A field that is missing or wrong is as it is at first, and the others are as stored; what a newer version wrote beside them stays.
 * @returns with the names of the fields that were wrong
 */
export function usableFields(stored: unknown): { fields: Fields; wrong: string[] } {
  const raw = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const fields: Record<string, unknown> = { ...raw };
  const wrong: string[] = [];
  for (const [name, otherwise] of Object.entries(fresh())) {
    const read = FIELDS[name as keyof Fields].safeParse(raw[name]);
    fields[name] = read.success ? read.data : otherwise;
    if (!read.success && name in raw) wrong.push(name);
  }
  return { fields: fields as Fields, wrong };
}
