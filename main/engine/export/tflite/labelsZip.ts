/**
 * @file A zip of one stored file as it stands behind a TFLite model: readers of its metadata open the whole file as a
 * zip, so places in it count from the model's first byte, as Python's zipfile writes them where it appends. Pure.
 */
import { zipSync } from 'fflate';

/** The same bytes for the same labels; the year is the first that a zip can say. */
const NO_DATE = new Date(1980, 0, 1);

/** Fields that say where something is (PKWARE's APPNOTE, 4.3.12 and 4.3.16). */
const END_LENGTH = 22;
const END_DIRECTORY = 16;
const ENTRY_FILE = 42;

/**
 * @param at bytes before it
 * @param content stored as it is: TensorFlow's own readers inflate nothing
 */
export function zipBehind(at: number, name: string, content: Uint8Array): Uint8Array {
  const zip = zipSync({ [name]: content }, { level: 0, mtime: NO_DATE });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - END_LENGTH;
  const directory = view.getUint32(end + END_DIRECTORY, true);
  const move = (field: number): void => view.setUint32(field, view.getUint32(field, true) + at, true);
  move(directory + ENTRY_FILE);
  move(end + END_DIRECTORY);
  return zip;
}
