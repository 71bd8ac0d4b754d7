/**
 * @file Fetches a file's bytes through the app's own scheme, up to the limit, and names them by their hash. Runs in
 * the decoder's workers.
 */
import { DecodeError } from './errors';
import { checkBytes } from './limits';
import { told } from '../../strings/words';

type Room = Uint8Array<ArrayBuffer>;

/** Room for the usual photo. */
const ROOM_BYTES = 4 * 2 ** 20;
const LARGEST_KEPT = 4 * ROOM_BYTES;
/** As many as files are in a worker's hands at once. */
const KEPT = 2;
/** Used again from file to file: fresh memory costs its page faults every time, a third of the whole fetch. */
const rooms: Room[] = [];

/**
 * The file's bytes, `expected` of them or else as many as there are; `giveRoomBack` when nothing reads them any more.
 * @throws DecodeError where the file is gone, cannot be read or is too large.
 */
export async function fetchFile(url: string, expected: number): Promise<Room> {
  checkBytes(expected);
  try {
    const response = await fetch(url, { cache: 'no-store' });
    if (!response.ok || !response.body) throw unreadable();
    return await readAll(response.body.getReader(), takeRoom(expected));
  } catch (error) {
    throw error instanceof DecodeError ? error : unreadable();
  }
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, empty: Room): Promise<Room> {
  let room = empty;
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return room.subarray(0, length);
    checkBytes(length + value.length);
    if (length + value.length > room.length) room = enlarged(room, length + value.length);
    room.set(value, length);
    length += value.length;
  }
}

function takeRoom(bytes: number): Room {
  const room = rooms.pop();
  return room && room.length >= bytes ? room : new Uint8Array(Math.max(bytes, ROOM_BYTES));
}

/** The file's size may not be known, or have grown since. */
function enlarged(room: Room, needed: number): Room {
  const larger = new Uint8Array(Math.max(2 * room.length, needed));
  larger.set(room);
  return larger;
}

/** Takes memory that `fetchFile` gave for the next file. */
export function giveRoomBack({ buffer }: Room): void {
  if (buffer.byteLength >= ROOM_BYTES && buffer.byteLength <= LARGEST_KEPT && rooms.length < KEPT)
    rooms.push(new Uint8Array(buffer));
}

function unreadable(): DecodeError {
  return new DecodeError('unreadable', told().pictures.couldNotBeRead);
}

/** SHA-256, lower-case hex. */
export async function hashOf(bytes: Room): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
