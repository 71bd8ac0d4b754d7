/** @file Which column of a CSV means what, by its name or, without names, by its place. Pure. Runs in main. */
import { isImageName } from '../../../images/scanNames';

export const MEANINGS = ['path', 'label', 'group', 'place', 'date', 'time', 'role', 'box'] as const;
const EDGES = ['left', 'top', 'right', 'bottom', 'width', 'height', 'centreX', 'centreY'] as const;
export type Edge = (typeof EDGES)[number];
export type Meaning = (typeof MEANINGS)[number] | Edge;

/** Index of the column of each meaning that the file has. */
export type Columns = Partial<Record<Meaning, number>>;

/** Small letters and digits only: 'File Name', 'file_name' and 'fileName' are the same. */
const SPELLINGS: Record<Meaning, string> = {
  path: 'path file filename filepath image imagepath imagefile imagename img imgpath relativepath relpath url uri',
  label: 'label labels class classname classlabel category species target tag groundtruth annotation truth',
  group: 'group groupid burst burstid sequence sequenceid seqid scene sceneid event eventid',
  place: 'place station stationid site siteid location locationid deployment deploymentid',
  date: 'date',
  time: 'time datetime timestamp capturedat capturetime datetimeoriginal takenat',
  role: 'role split subset set',
  box: 'box bbox boundingbox',
  left: 'x left xmin x1 minx xtl x0',
  top: 'y top ymin y1 miny ytl y0',
  right: 'right xmax x2 maxx xbr',
  bottom: 'bottom ymax y2 maxy ybr',
  width: 'width w',
  height: 'height h',
  centreX: 'cx xcenter xcentre centerx centrex xc',
  centreY: 'cy ycenter ycentre centery centrey yc',
};

const BY_SPELLING = new Map(
  Object.entries(SPELLINGS).flatMap(([meaning, spellings]) =>
    spellings.split(' ').map((spelling): [string, Meaning] => [spelling, meaning as Meaning]),
  ),
);

/** The column's meaning, or null. 'bbox_x', 'box x' and 'bbox.left' mean what they say of a box. */
export function meaningOf(name: string): Meaning | null {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = BY_SPELLING.get(plain);
  if (known) return known;
  const inBox = BY_SPELLING.get(plain.replace(/^(?:bounding|b)?box/, ''));
  return inBox !== undefined && isEdge(inBox) ? inBox : null;
}

const isEdge = (meaning: Meaning): meaning is Edge => (EDGES as readonly string[]).includes(meaning);

export interface Header {
  columns: Columns;
  /** Names of columns that mean nothing. */
  ignored: string[];
}

/**
 * What the first row names, or null where it names nothing and is a row like the others: without names the first two
 * columns are path and label. A first cell that is the name of an image is never a header.
 */
export function readHeader(cells: readonly string[]): Header | null {
  const meanings = cells.map(meaningOf);
  const names = meanings.includes('path') || meanings.includes('label');
  if (!names || cells.some((cell) => isImageName(baseName(cell)))) return null;
  const columns: Columns = {};
  const ignored: string[] = [];
  meanings.forEach((meaning, index) => {
    if (meaning === null || meaning in columns) ignored.push(cells[index]?.trim() || `column ${index + 1}`);
    else columns[meaning] = index;
  });
  return { columns, ignored };
}

export const WITHOUT_HEADER: Columns = { path: 0, label: 1 };

const baseName = (cell: string): string => cell.trim().split(/[\\/]/).at(-1) ?? '';
