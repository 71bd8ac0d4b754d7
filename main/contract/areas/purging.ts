/** @file Calls by which what a project still remembers of what was removed from it goes for good. */

/**
 * history: steps that could be undone. states: backups and versions put aside. files: names of image files that are not there any more,
 * or not in the project. thumbnails, embeddings: of such images, of boxes that are no more, and embeddings of excluded images.
 * given: sums that no class has any more. heads, tuned: trained heads and tuned backbones that are not in use. features: what tuning begins from.
 * exports: names of classes that are no more in the notes of exports. contests: comparisons of methods, and what was measured on base images. They are removed in this order: thumbnails are found by
 * the embeddings and files that go.
 */
export const PURGE_KINDS = [
  ...(['history', 'states', 'thumbnails', 'embeddings', 'files'] as const),
  ...(['given', 'heads', 'tuned', 'features', 'contests', 'exports'] as const),
] as const;
export type PurgeKind = (typeof PURGE_KINDS)[number];

export interface PurgeEntry {
  kind: PurgeKind;
  /** So many steps, files, images, …, at least 1 unless only bytes are left. */
  count: number;
  bytes: number;
}

export interface PurgeReport {
  removed: PurgeEntry[];
  /** What is still there, with a sentence why. */
  failed: (PurgeEntry & { reason: string })[];
}

export interface PurgeProgress {
  /** Kinds that are done, of so many. */
  done: number;
  total: number;
  /** Under way. */
  kind: PurgeKind;
}

export interface PurgeCalls {
  /** What would go, in the order of {@link PURGE_KINDS}; empty where there is nothing. */
  'purge:plan': () => PurgeEntry[];
  /** Removes it, for good. Nothing of it can be undone. */
  'purge:run': () => PurgeReport;
}

export interface PurgeEvents {
  'purge:progress': PurgeProgress;
}

export const purgeChannels: Record<keyof PurgeCalls, true> = { 'purge:plan': true, 'purge:run': true };

export const purgeEvents: Record<keyof PurgeEvents, true> = { 'purge:progress': true };
