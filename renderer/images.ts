/** @file Addresses of pictures. The window knows an opaque token, never a path. */
import type { ItemRow } from '../main/contract/model';

/** The thumbnail's address, new whenever the thumbnail is; null while there is none. */
export function imageUrl(item: ItemRow): string | null {
  return item.thumbnail === 0 ? null : `img://thumb/${item.token}?v=${item.thumbnail}`;
}

/** Address of an item no longer than `side` pixels; made by the decoder when it is asked for. */
export function viewUrl({ token, thumbnail }: ItemRow, side: number): string {
  return `img://view/${token}?side=${side}&v=${thumbnail}`;
}
