/**
 * @file Which images were taken in one go: pictures of one camera in one folder, each a few seconds after the one
 * before. Pure; runs in main and in the window, which shows the groups while the gap is being chosen.
 */
import { directoryOf, takenAt, type TakenRow } from './times';

export interface Moment {
  row: number;
  /** By the camera's clock. */
  seconds: number;
  directory: string;
  camera: string | null;
}

export interface Timeline {
  /** By folder and time; equal times in the order of the rows. */
  moments: Moment[];
  /** Images of which no time is known: they are left alone. */
  untimed: number;
}

/**
 * Cameras write whole seconds, and take two frames of a burst within one or two of them: three allows for the rounding
 * of both ends and still keeps apart what a person took one by one.
 */
export const DEFAULT_GAP = 3;
/** What can be chosen, seconds: fine where bursts are, coarse where visits are. */
export const GAPS: readonly number[] = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 45, 60, 120, 300, 600, 1800, 3600];

interface Burst {
  rows: number[];
  last: number;
  camera: string | null;
}

/** Sorts what has a time. Done once; `burstsOf` is then cheap enough to follow a slider. */
export function timeline(rows: readonly TakenRow[], times: Readonly<Record<string, string>>): Timeline {
  const moments: Moment[] = [];
  for (const row of rows) {
    const seconds = takenAt(row, times);
    if (seconds === null) continue;
    moments.push({ row: row.index, seconds, directory: directoryOf(row), camera: row.camera });
  }
  moments.sort((a, b) => compare(a.directory, b.directory) || a.seconds - b.seconds || a.row - b.row);
  return { moments, untimed: rows.length - moments.length };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Rows of each burst in the order they were taken, bursts in the order of the timeline; images alone are not among them.
 * Two cameras that ran side by side make two bursts; an image without a camera goes with whichever was last.
 * @param gap the most seconds from one image to the next
 */
export function burstsOf({ moments }: Timeline, gap: number): number[][] {
  const all: Burst[] = [];
  let open: Burst[] = [];
  let directory: string | null = null;
  for (const moment of moments) {
    open = moment.directory === directory ? open.filter(({ last }) => moment.seconds - last <= gap) : [];
    directory = moment.directory;
    const burst = latest(open, moment.camera);
    if (burst) join(burst, moment);
    else {
      const begun = { rows: [moment.row], last: moment.seconds, camera: moment.camera };
      open.push(begun);
      all.push(begun);
    }
  }
  return all.flatMap(({ rows }) => (rows.length > 1 ? [rows] : []));
}

/** The burst that went on last, of those that this camera can have taken. */
function latest(open: readonly Burst[], camera: string | null): Burst | null {
  let found: Burst | null = null;
  for (const one of open)
    if (sameCamera(one.camera, camera) && one.last >= (found?.last ?? -Infinity)) found = one;
  return found;
}

const sameCamera = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

function join(burst: Burst, { row, seconds, camera }: Moment): void {
  burst.rows.push(row);
  burst.last = seconds;
  burst.camera ??= camera;
}
