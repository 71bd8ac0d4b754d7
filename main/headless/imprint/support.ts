/** @file Which images of the folder teach, and which of the others measure. Pure; runs in main. */
import { PersonError } from '../../contract/errors';
import type { FolderRow } from '../folder/rows';
import type { ImprintOptions } from '../invocation';
import { drawShots } from './draw';
import type { NamedItems } from './folderLabels';

export interface SupportSet {
  classes: NamedItems[];
  /** Images that were not drawn and can measure, by the name of their class; null: all images teach. */
  held: { index: number; name: string }[] | null;
  /** Classes that have fewer images than were to be drawn. */
  short: string[];
  /** Images left out of measuring because a drawn one has the same content. */
  copies: number;
}

/** @param rows in an order that is the same every time, so that a seed draws the same images */
export function supportOf(rows: readonly FolderRow[], draw: ImprintOptions['draw']): SupportSet {
  const byClass = group(rows);
  if (draw === null) {
    const classes = [...byClass].map(([name, own]) => ({ name, items: own.map(({ id }) => id) }));
    return { classes, held: null, short: [], copies: 0 };
  }
  // What cannot be read cannot teach: it would make the support set smaller than was asked for.
  const readable = [...byClass].map(([name, own]) => ({
    name,
    own: own.filter((row) => row.state === 'ready'),
  }));
  const drawn = drawShots(
    readable.map(({ own }) => own),
    draw.shots,
    draw.seed,
  );
  return {
    ...heldOut(readable, drawn),
    classes: named(readable, drawn),
    short: shortOf(readable, draw.shots),
  };
}

interface Readable {
  name: string;
  own: FolderRow[];
}

function heldOut(
  readable: readonly Readable[],
  drawn: readonly FolderRow[][],
): Pick<SupportSet, 'held' | 'copies'> {
  const taught = new Set(drawn.flat());
  const contents = new Set(drawn.flat().map(({ hash }) => hash));
  const others = readable.flatMap(({ name, own }) =>
    own.filter((row) => !taught.has(row)).map((row) => ({ row, name })),
  );
  const held = others.filter(({ row }) => !contents.has(row.hash));
  return {
    held: held.map(({ row: { index }, name }) => ({ index, name })),
    copies: others.length - held.length,
  };
}

const named = (readable: readonly Readable[], drawn: readonly FolderRow[][]): NamedItems[] =>
  readable.map(({ name }, c) => ({ name, items: (drawn[c] ?? []).map(({ id }) => id) }));

const shortOf = (readable: readonly Readable[], shots: number): string[] =>
  readable.filter(({ own }) => own.length < shots).map(({ name }) => name);

/** In the order of the classes' names. */
function group(rows: readonly FolderRow[]): Map<string, FolderRow[]> {
  const names = [...new Set(rows.flatMap((row) => row.class ?? []))].sort();
  return new Map(names.map((name) => [name, rows.filter((row) => row.class === name)]));
}

/** @throws {PersonError} where a project has labels of its own, which a drawn support set would be mixed with */
export function requireNoLabels(labels: Readonly<Record<string, unknown>>): void {
  if (Object.keys(labels).length > 0)
    throw new PersonError(
      '--shots draws the images that teach, but this project has labels already: name a new project, or leave --shots out.',
    );
}
