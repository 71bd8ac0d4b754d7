/** @file Rows of invented images for tests of grouping. */
import type { HashedRow } from '../../../../main/organise/duplicates';

/** 2026-05-01, so many seconds after noon. */
export function atSecond(seconds: number): string {
  return new Date(Date.UTC(2026, 4, 1, 12) + seconds * 1000).toISOString().slice(0, 19);
}

/** A row in folder f1 unless said otherwise. */
export function row(index: number, about: Partial<HashedRow> = {}): HashedRow {
  const path = about.path ?? `IMG_${index}.jpg`;
  const folder = about.folder ?? 'f1';
  const nothing = { capturedAt: null, camera: null, pixelHash: null, width: 4000, height: 3000 };
  return { ...nothing, ...about, index, path, folder, id: `${folder}/${path}` };
}
