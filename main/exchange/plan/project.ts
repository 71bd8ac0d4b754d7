/** @file What a plan needs to know of the open project. Types only. */
import type { ItemRow, ProjectDocument } from '../../contract/model';

export interface PlannedProject {
  document: ProjectDocument;
  /** Rows of whole images. */
  images: readonly Pick<ItemRow, 'id' | 'path' | 'folder' | 'width' | 'height'>[];
  /** Absolute path of an image. */
  absolute: (id: string) => string;
  /** Place and time of an image where nobody said them: its folder, its camera. */
  placeOf: (id: string) => string | null;
  timeOf: (id: string) => string | null;
}
