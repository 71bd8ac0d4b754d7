/** @file The sample photos, decoded for the process that tries a model as the engine's images are. Runs in main; knows no Electron. */
import { told } from '../../strings/words';
import { PersonError, describe } from '../contract/errors';
import type { TryLine } from './line';
import type { SamplePhoto } from './photos';

/** A photo whose pixels are with the process. */
export interface ReadPhoto extends SamplePhoto {
  /** Of its decode job. */
  id: number;
  /** JPEG. */
  picture: Uint8Array | null;
}

/** Decoder workers find their next job without waiting for main. */
const AHEAD = 6;

/**
 * @param tick told after each; throws to stop
 * @returns in their order, without those that cannot be read
 * @throws PersonError where none can be
 */
export async function readPhotos(
  line: TryLine,
  photos: readonly SamplePhoto[],
  side: number,
  tick: () => void,
): Promise<ReadPhoto[]> {
  const waiting = [...photos];
  const read: ReadPhoto[] = [];
  const lane = async (): Promise<void> => {
    for (let photo = waiting.shift(); photo; photo = waiting.shift()) {
      const { id, result } = line.decode(photo.file, side);
      const answer = await result;
      if (!('failure' in answer)) read.push({ ...photo, id, picture: answer.thumbnail });
      tick();
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, lane)).catch((error: unknown) => {
    throw error instanceof PersonError || !isOfDecoder(error)
      ? error
      : new PersonError(told().adding.noPhotos, describe(error));
  });
  if (read.length === 0) throw new PersonError(told().adding.noPhotos);
  const places = new Map(photos.map(({ token }, i) => [token, i]));
  return read.sort((a, b) => places.get(a.token)! - places.get(b.token)!);
}

const isOfDecoder = (error: unknown): boolean =>
  error instanceof Error && error.name === 'DecoderUnavailable';
