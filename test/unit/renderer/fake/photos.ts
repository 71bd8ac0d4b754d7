/** @file Rows for the fake project, from a list of picture addresses; as many copies as asked for. */
import type { ItemRow } from '../../../../main/contract/model';

export interface FakePhoto {
  path: string;
  url: string;
}

const FAILURES: Record<number, ItemRow['failure']> = {
  23: {
    code: 'truncated',
    reason: 'The file ends in the middle of the picture. Copy it again from the camera or the backup.',
  },
  41: {
    code: 'unsupported-raw',
    reason:
      'This is a camera raw file (Nikon NEF), not a finished picture. Export it as JPEG from your raw converter, or use the JPEG beside it.',
  },
};

export function fakeRows(photos: readonly FakePhoto[], count: number, read: number): ItemRow[] {
  return Array.from({ length: count }, (_, index) => fakeRow(photos, index, index < read));
}

export function fakeRow(photos: readonly FakePhoto[], index: number, read: boolean): ItemRow {
  const photo = photos[index % photos.length] ?? { path: `photo-${index}.jpg`, url: '' };
  const copy = photos.length === 0 ? 0 : Math.floor(index / photos.length);
  const failure = read ? (FAILURES[index] ?? null) : null;
  const path = copy === 0 ? photo.path : photo.path.replace(/(\.[a-z]+)$/, `-${copy + 1}$1`);
  return {
    index,
    id: `f1/${path}`,
    token: `t${index}`,
    path,
    folder: 'f1',
    size: 20_000 + ((index * 7919) % 900_000),
    state: failure ? 'failed' : read ? 'ready' : 'waiting',
    failure,
    width: read && !failure ? 320 : null,
    height: read && !failure ? 240 : null,
    thumbnail: read && !failure ? 1 : 0,
    ...{ box: null, image: index },
    ...seen(index, read && !failure),
    modifiedAt: 1_700_000_000_000 + index * 60_000,
    addedAt: 1_750_000_000_000,
  };
}

/** A photo a minute, by two cameras; the hash is as good as random. */
function seen(index: number, known: boolean): Pick<ItemRow, 'capturedAt' | 'camera' | 'pixelHash'> {
  if (!known) return { capturedAt: null, camera: null, pixelHash: null };
  const capturedAt = new Date(1_700_000_000_000 + index * 60_000).toISOString().slice(0, 19);
  const pixelHash = ((index * 2_654_435_761) % 2 ** 32).toString(16).padStart(16, '0');
  return { capturedAt, camera: index % 2 === 0 ? 'Canon EOS R5' : 'Google Pixel 7', pixelHash };
}
