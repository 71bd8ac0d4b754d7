/** @file What the window remembers for itself on this machine. Nothing of a project is kept here. */

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
  const text = storage?.getItem(KEY) ?? null;
  if (text === null) return DEFAULTS;
  const stored = parse(text);
  const size = stored['thumbnailSize'];
  const advance = stored['autoAdvance'];
  return {
    thumbnailSize: typeof size === 'number' ? clampSize(size) : DEFAULTS.thumbnailSize,
    autoAdvance: typeof advance === 'boolean' ? advance : DEFAULTS.autoAdvance,
  };
}

export function writePreferences(storage: Storage | null, preferences: Preferences): void {
  storage?.setItem(KEY, JSON.stringify(preferences));
}

export function clampSize(size: number): number {
  return Math.min(THUMBNAIL_SIZES.most, Math.max(THUMBNAIL_SIZES.least, Math.round(size)));
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Not ours, or cut off: defaults are as good, and nothing of the person's work is lost.
    return {};
  }
}
