/** @file Fields of rows and of the project that the next schema brings, read as absent until it is there. */
import type { ImageFolder, ItemRow, ProjectDocument } from '../../main/contract/model';

interface RowFields {
  box: unknown;
  image: number;
  capturedAt: string | null;
  camera: string | null;
  pixelHash: string | null;
  modifiedAt: number;
  addedAt: number;
}

interface FolderFields {
  subfolders: 'plain' | 'classes' | 'places' | 'unasked';
  purpose: 'label' | 'classify';
}

interface DocumentFields {
  places: Record<string, string>;
  times: Record<string, string>;
}

export const laterOf = (item: ItemRow): Partial<RowFields> => item as ItemRow & Partial<RowFields>;
export const folderOf = (folder: ImageFolder | undefined): Partial<FolderFields> =>
  (folder ?? {}) as Partial<FolderFields>;
export const givenOf = (document: ProjectDocument): Partial<DocumentFields> =>
  document as ProjectDocument & Partial<DocumentFields>;
