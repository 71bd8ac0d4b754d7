/** @file What the images of an open project work with, and whom they tell. Runs in main. */
import type { ItemRow } from '../contract/model';
import type { ReaderEvents, ReaderParts } from './readerParts';

export interface LibraryEvents extends ReaderEvents {
  items(rows: ItemRow[]): void;
  /** Something happened to files in the folders: a look would tell what. */
  filesChanged(): void;
  /** Places that could not be read, each a sentence. */
  problems(sentences: string[]): void;
}

export interface LibraryParts extends ReaderParts {
  /** Differs by project; its tokens are made from it. */
  secret: string;
  events: LibraryEvents;
}
