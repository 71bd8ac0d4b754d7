/** @file When and where images were taken, in a form that can be compared. Pure; runs in main and in the window. */

/** Of a row what grouping needs; the contract's `ItemRow` has it all. */
export interface TakenRow {
  index: number;
  id: string;
  folder: string;
  /** Below its folder, '/' separated. */
  path: string;
  /** Local 'YYYY-MM-DDTHH:MM:SS', from the camera; null where it says nothing. */
  capturedAt: string | null;
  /** Make and model; null where unknown. */
  camera: string | null;
}

const LOCAL_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/;

/**
 * Seconds since 1970 by the clock of the camera, or null where that is no time. Read as if it were UTC: cameras know no
 * zone, and only differences count.
 */
export function secondsOf(time: string | null | undefined): number | null {
  const parts = LOCAL_TIME.exec(time ?? '')
    ?.slice(1)
    .map(Number);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** A row's time: what a file said of it wins over what the image says. Seconds, or null. */
export const takenAt = (row: TakenRow, times: Readonly<Record<string, string>>): number | null =>
  secondsOf(times[row.id] ?? row.capturedAt);

/** The folder that an image lies in, with the project's folder it is below: 'f1/site A'. */
export function directoryOf({ folder, path }: Pick<TakenRow, 'folder' | 'path'>): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? folder : `${folder}/${path.slice(0, end)}`;
}
