/**
 * @file Facts about a project's document that several rooms need: a new one, which folder an item belongs to, its
 * bytes on disk. Pure. Runs in main.
 */
import { randomBytes } from 'node:crypto';
import { SCHEMA_VERSION } from './schema';
import type { ImageFolder, ProjectDocument, SeenBy } from './schema';

/** Of a project that is made without being told another. */
export const DEFAULT_BACKBONE = 'efficientnet-lite0';
const BOX_PREFIX = 'box:';

/** Sections with one entry per item that something was said about. */
export const ITEM_SECTIONS = ['labels', 'groups', 'roles', 'excluded', 'places', 'times'] as const;
/** Sections that patches change entry by entry. */
export const RECORD_SECTIONS = ['boxes', ...ITEM_SECTIONS] as const;
export type RecordSection = (typeof RECORD_SECTIONS)[number];

/** A folder of images to label, of which nothing was asked yet. */
export const newFolder = (path: string): ImageFolder => ({
  id: newId(),
  path,
  subfolders: 'unasked',
  purpose: 'label',
});

/** A short id that no other thing of this project has: 12 characters of lower-case hex. */
export const newId = (): string => randomBytes(6).toString('hex');

export interface NewDocument {
  name: string;
  folders: ImageFolder[];
  /** ISO 8601, UTC. */
  now: string;
  /** Absent: by `DEFAULT_BACKBONE`. */
  seenBy?: SeenBy;
}

/** A project in which nothing has been decided yet. */
export function newDocument({
  name,
  folders,
  now,
  seenBy = { backbone: DEFAULT_BACKBONE, ownBackbone: null },
}: NewDocument): ProjectDocument {
  return {
    schema: SCHEMA_VERSION,
    id: newId(),
    name,
    createdAt: now,
    folders,
    classes: [],
    boxes: {},
    labels: {},
    groups: {},
    roles: {},
    excluded: {},
    places: {},
    times: {},
    draws: [],
    settings: {
      ...seenBy,
      framing: { kind: 'stretch' },
      base: 'none',
      join: 'replace',
      balanced: true,
      head: null,
      offset: 0,
      suppressed: [],
    },
  };
}

/** The id of the folder that an image's key begins with. */
export const folderOf = (imageKey: string): string => imageKey.slice(0, imageKey.indexOf('/'));

/** The id of the box that an item is, or null where the item is a whole image. */
export const boxOf = (item: string): string | null =>
  item.startsWith(BOX_PREFIX) ? item.slice(BOX_PREFIX.length) : null;

export const boxItem = (id: string): string => BOX_PREFIX + id;

/** The key of the image that an item is or lies in; null for a box that the project does not have. */
export function imageOf(document: Readonly<Pick<ProjectDocument, 'boxes'>>, item: string): string | null {
  const box = boxOf(item);
  if (box === null) return item;
  return Object.hasOwn(document.boxes, box) ? (document.boxes[box]?.image ?? null) : null;
}

/**
 * The document as compact JSON. The order of a record's entries says nothing; `canonical` sorts them, so that two
 * documents are equal exactly when their canonical bytes are.
 */
export function serialise(document: Readonly<ProjectDocument>): string {
  return JSON.stringify(document);
}

export function canonical(document: Readonly<ProjectDocument>): string {
  const { settings, ...rest } = document;
  const sorted = Object.fromEntries(
    RECORD_SECTIONS.map((section) => [section, sort<unknown>(document[section])]),
  );
  return JSON.stringify({ ...rest, ...sorted, settings });
}

/** A copy with its entries in the order of their keys. */
function sort<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
