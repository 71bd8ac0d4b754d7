/**
 * @file Rows for what is known or found of a folder's images: added and read a part at a time, so that neither main nor the
 * window stands still for 50,000. Runs in main.
 */
import { setImmediate } from 'node:timers/promises';
import type { ImageFolder } from '../contract/model';
import type { Items } from './items';
import type { Reader } from './reader';
import type { FoundImage } from './scan';
import { keyOf, type ScanDiff } from './scanDiff';
import type { ScanIndex } from './scanIndex';
import type { ContentFacts, IndexEntry } from './scanIndexFile';

export interface ArrivalParts {
  items: Items;
  index: ScanIndex;
  reader: Reader;
  isClosed: () => boolean;
  /** There are rows where there were none: whoever looks should see them now. */
  onFirst: () => void;
}

/** Rows added at a time: some ten milliseconds of work. */
const AT_A_TIME = 500;

export class Arrivals {
  constructor(private readonly parts: ArrivalParts) {}

  /** Adds rows and has them read. @returns the reading of each part */
  async add(entries: readonly IndexEntry[], folders: readonly ImageFolder[]): Promise<Promise<void>[]> {
    const { items, reader, isClosed, onFirst } = this.parts;
    const reading: Promise<void>[] = [];
    for (let at = 0; at < entries.length && !isClosed(); at += AT_A_TIME) {
      const some = entries.slice(at, at + AT_A_TIME);
      const isFirst = items.count === 0;
      const read = reader.read(some.map((entry) => items.add(entry, rootOf(folders, entry.folder))));
      read.catch(() => undefined); // Whoever waits for all of it hears of it.
      reading.push(read);
      if (isFirst) onFirst();
      await setImmediate();
    }
    return reading;
  }

  /**
   * Adds those of some images that have no row yet, while more are still looked for.
   * @param met counts what is new and what has changed
   */
  meet(
    images: readonly FoundImage[],
    folders: readonly ImageFolder[],
    met: { added: number; changed: number },
  ): Promise<Promise<void>[]> {
    const { items, index, reader } = this.parts;
    const fresh = images.filter((image) => items.indexOf(keyOf(image)) === null);
    const entries = fresh.map((image) => {
      const { entry, before, news } = index.meet(image);
      if (news) met[news]++;
      if (before && news === 'changed') reader.files.facts.rewritten(sameSize([{ before, now: image }]));
      return entry;
    });
    return this.add(entries, folders);
  }
}

/** What is known of images whose files have another time now and as many bytes as before. */
export function sameSize(changed: ScanDiff<IndexEntry>['changed']): Map<string, ContentFacts> {
  return new Map(
    changed.flatMap(({ before, now }) =>
      before.size === now.size && before.facts && 'hash' in before.facts ? [[keyOf(now), before.facts]] : [],
    ),
  );
}

export const rootOf = (folders: readonly ImageFolder[], id: string): string =>
  folders.find((f) => f.id === id)?.path ?? '';
