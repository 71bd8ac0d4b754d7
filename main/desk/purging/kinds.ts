/** @file Where a project remembers what was removed from it, and how each of these forgets. Runs in main. */
import { givenIn, type GivenFiles } from '../../classFiles/givenFiles';
import type { PurgeKind, PurgeProgress } from '../../contract/areas/purging';
import type { Engine } from '../../engine/supervisor';
import { exportLogOf } from '../../projects/exports/exportLog';
import { purgedLog } from '../../projects/exports/purgedLog';
import type { Library } from '../../images/library';
import { encodeIndex } from '../../images/scanIndexFile';
import { keyOf } from '../../images/scanDiff';
import { sumOf, type Past } from '../../projects/past';
import type { ProjectStore } from '../../projects/store';
import type { Answers } from '../answers';
import type { Evaluations } from '../evaluations';
import type { KeptContests } from '../keptContests';
import { Purger, type Purging } from './purger';
import { trainedHeads, trainingFeatures, tunedBackbones, type TrainedParts } from './trained';
import { unneededOf, unread, type KnownImages, type Unneeded } from './unneeded';

export interface RememberingParts extends TrainedParts {
  store: Pick<ProjectStore, 'folder' | 'document' | 'past' | 'forgetPast' | 'readOnly'>;
  library: Pick<Library, 'index' | 'items' | 'missing' | 'progress' | 'remove' | 'thumbnails'>;
  engine: Pick<Engine, 'call'>;
  contests: Pick<KeptContests, 'stored'>;
  evaluations: Pick<Evaluations, 'forgetAll'>;
  answers: Pick<Answers, 'changed'>;
  given: Pick<GivenFiles, 'unused' | 'forgetUnused'>;
}

const NOTHING = { count: 0, bytes: 0 };

/** Images of the project as they are known at this moment. */
function knownImages({ store, library }: RememberingParts): KnownImages {
  const { index, items, missing } = library;
  const { document } = store;
  return { document, rows: items.rows, hash: (row) => items.hash(row), entries: index.entries, missing };
}

export function purgerOf(parts: RememberingParts, tell: (progress: PurgeProgress) => void): Purger {
  return new Purger({ store: parts.store, kinds: kindsOf(parts), unread: () => unreadImages(parts), tell });
}

/** Infinity while the folders are looked through for the first time. */
const unreadImages = (parts: RememberingParts): number =>
  parts.library.progress.state === 'searching' ? Infinity : unread(knownImages(parts));

function kindsOf(parts: RememberingParts): Record<PurgeKind, Purging> {
  return {
    history: pastOf(parts, 'history'),
    states: pastOf(parts, 'states'),
    thumbnails: thumbnails(parts),
    embeddings: embeddings(parts),
    files: files(parts),
    given: givenSums(parts),
    heads: trainedHeads(parts),
    tuned: tunedBackbones(parts),
    features: trainingFeatures(parts),
    exports: notes(parts),
    contests: { look: () => parts.contests.stored(), remove: () => parts.evaluations.forgetAll() },
  };
}

/** Of classes that are no more. What was exported itself is elsewhere. */
function notes({ store }: RememberingParts): Purging {
  const log = exportLogOf(store);
  const purged = async () =>
    purgedLog(await log.text(), new Set(store.document.classes.map(({ name }) => name)));
  return {
    look: async () => {
      const { lines } = await purged();
      return { count: lines, bytes: lines === 0 ? 0 : Buffer.byteLength(await log.text()) };
    },
    remove: async () => {
      const { text, lines } = await purged();
      if (lines > 0) await log.replace(text);
    },
  };
}

const now = (parts: RememberingParts): Unneeded => unneededOf(knownImages(parts));

/** Both go in one: a history would lead back to a state, a state says what the history did. */
function pastOf({ store }: RememberingParts, which: keyof Past): Purging {
  return {
    look: async () => (await store.past())[which],
    remove: async () => {
      const { count, bytes } = (await store.past())[which];
      if (count > 0 || bytes > 0) await store.forgetPast();
    },
  };
}

/** Sums that classes had: the history, which goes first, would have led back to them. */
function givenSums({ store, given }: RememberingParts): Purging {
  const inUse = (): Set<string> => givenIn(store.document.classes);
  return {
    look: async () => sumOf(await given.unused(inUse())),
    remove: () => given.forgetUnused(inUse()),
  };
}

function files(parts: RememberingParts): Purging {
  return {
    look: () => {
      const { entries } = now(parts);
      const bytes = entries.length === 0 ? 0 : encodeIndex(entries, 0).length;
      return Promise.resolve({ count: entries.length, bytes });
    },
    remove: async () => {
      const { entries, rows } = now(parts);
      parts.library.remove(rows);
      await parts.library.index.forget(entries.map(keyOf));
    },
  };
}

function embeddings(parts: RememberingParts): Purging {
  return {
    look: async () => {
      const { hashes, bytes } = await forgetEmbeddings(parts, false);
      return { count: hashes.length, bytes };
    },
    remove: async () => {
      const { unload } = now(parts);
      await forgetEmbeddings(parts, true);
      const rows = unload.map((index) => ({ index, hash: null }));
      if (rows.length > 0) await parts.engine.call('setItems', rows);
      parts.answers.changed();
    },
  };
}

const forgetEmbeddings = (parts: RememberingParts, really: boolean) =>
  parts.engine.call('forgetEmbeddings', { keep: [...now(parts).keep], really });

/** Of images that nothing else knows of any more but their embeddings: deleted boxes, say. */
function thumbnails(parts: RememberingParts): Purging {
  const wanted = async (): Promise<Set<string>> => {
    const { hashes } = await forgetEmbeddings(parts, false);
    const { hashes: known, shown } = now(parts);
    return new Set([...hashes, ...known].filter((hash) => !shown.has(hash)));
  };
  return {
    look: async () => (await parts.library.thumbnails?.countOf(await wanted())) ?? NOTHING,
    remove: async () => parts.library.thumbnails?.forget(await wanted()),
  };
}
