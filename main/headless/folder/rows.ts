/** @file Which rows of the open project lie in the folder that a command was given. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ImageFolder, ItemRow } from '../../contract/model';
import type { Session } from '../../desk/session';
import { holds } from '../../images/scanPlace';
import { classOf } from './folder';

export interface FolderRow {
  index: number;
  id: string;
  /** Below the folder, '/' separated. */
  path: string;
  /** null at the folder's root. */
  class: string | null;
  state: ItemRow['state'];
  /** Why it is not embedded. */
  reason: string | null;
  /** Of its content, once read. */
  hash: string | null;
}

/** Sorted by path, code unit by code unit: the same on every machine. Rows whose file is gone are left out. */
export async function rowsIn({ store, library: { items } }: Session, folder: string): Promise<FolderRow[]> {
  const real = await fs.realpath(folder);
  const roots = await realRoots(store.document.folders);
  const rows = items.rows.flatMap((row) => {
    const place = path.join(roots.get(row.folder) ?? '', row.path);
    if (row.box !== null || row.state === 'gone' || !holds(real, place)) return [];
    const below = path.relative(real, place).split(path.sep).join('/');
    const { index, id, state } = row;
    const reason = row.failure?.reason ?? null;
    return [{ index, id, state, reason, path: below, class: classOf(below), hash: items.hash(index) }];
  });
  return rows.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Has the project look into the folder too, unless one of its own holds it already. */
export async function include(session: Session, folder: string): Promise<void> {
  const real = await fs.realpath(folder);
  const roots = await realRoots(session.store.document.folders);
  if (![...roots.values()].some((root) => holds(root, real))) await session.addFolder(folder);
}

async function realRoots(folders: readonly ImageFolder[]): Promise<Map<string, string>> {
  const real = folders.map(async ({ id, path: root }): Promise<[string, string]> => [
    id,
    await fs.realpath(root).catch(() => root),
  ]);
  return new Map(await Promise.all(real));
}
