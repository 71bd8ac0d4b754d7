/** @file What the window remembers for itself on this machine, for the next project that it has not seen yet. */

import { record } from '../logic/record';

export interface Preferences {
  /** Width of a grid cell, pixels. */
  thumbnailSize: number;
  /** After one image was labelled, go to the next unlabelled one. */
  autoAdvance: boolean;
}

export const THUMBNAIL_SIZES = { least: 96, most: 320, step: 16 } as const;
const KEY = 'imprint-studio.view';
const DEFAULTS: Preferences = { thumbnailSize: 160, autoAdvance: true };

/** Anything that is not what this version wrote counts as absent, value by value. */
export function readPreferences(storage: Storage | null): Preferences {
  return usable(parse(storage?.getItem(KEY) ?? null), DEFAULTS);
}

/** What of stored values is as it should be; the rest is as given. */
export function usable(stored: Record<string, unknown>, otherwise: Preferences): Preferences {
  const size = stored['thumbnailSize'];
  const advance = stored['autoAdvance'];
  return {
    thumbnailSize: typeof size === 'number' ? clampSize(size) : otherwise.thumbnailSize,
    autoAdvance: typeof advance === 'boolean' ? advance : otherwise.autoAdvance,
  };
}

export function writePreferences(storage: Storage | null, preferences: Preferences): void {
  storage?.setItem(KEY, JSON.stringify(preferences));
}

export function clampSize(size: number): number {
  return Math.min(THUMBNAIL_SIZES.most, Math.max(THUMBNAIL_SIZES.least, Math.round(size)));
}

/** An object from JSON; an empty one from anything else. */
export function parse(text: string | null): Record<string, unknown> {
  try {
    if (text === null) return {};
    return record(JSON.parse(text));
  } catch {
    // Not ours, or cut off: defaults are as good, and nothing of the person's work is lost.
    return {};
  }
}
