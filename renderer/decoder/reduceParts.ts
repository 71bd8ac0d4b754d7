/**
 * @file Decodes a file once and makes of it all that is wanted at that scale: inputs, pictures, the difference hash. Runs
 * in the decoder's workers.
 */
import type { DecodeJob } from '../../main/images/decoder/protocol';
import { DifferenceHash } from './differenceHash';
import { damaged } from './errors';
import type { ImageHeader } from './headers/header';
import type { OneScale, Part } from './parts';
import { openPicture, type Picture } from './picture';
import type { Plan } from './plan';
import { Reduction } from './reduce/reduction';
import { feed } from './strips';
import { told } from '../../strings/words';

export interface ReducedPart {
  part: Part;
  /** [inputSize, inputSize, 3] RGB; null where none is wanted. */
  input: Uint8Array | null;
  /** [height, width, 3] RGB of what is shown; null where none is wanted. */
  rgb: Uint8Array | null;
}

export interface Reduced {
  parts: ReducedPart[];
  pixelHash: string;
}

export async function reduceParts(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader,
  parts: OneScale,
  { wantInput, inputSize }: DecodeJob,
): Promise<Reduced> {
  const { plan } = parts[0];
  const picture = await openPicture(bytes, header, plan);
  try {
    checkSize(picture, plan);
    const square = { width: inputSize, height: inputSize };
    const reductions = parts.map((part) => ({
      part,
      input: wantInput ? new Reduction(part.plan.crop, square) : null,
      shown: part.shown && new Reduction(part.shown.crop, part.shown.size),
    }));
    const hash = new DifferenceHash(plan.upright);
    const sinks = [hash, ...reductions.flatMap(({ input, shown }) => [input, shown])];
    await feed(
      picture,
      header.orientation,
      sinks.filter((sink) => sink !== null),
    );
    const finished = reductions.map(({ part, input, shown }) => ({
      part,
      input: input && input.finish(),
      rgb: shown && shown.finish(),
    }));
    return { parts: finished, pixelHash: hash.finish() };
  } finally {
    picture.close();
  }
}

/** The crop was planned for the header's size: pixels of another size would be framed wrongly. */
function checkSize(picture: Picture, { stored }: Plan): void {
  if (picture.width === stored.width && picture.height === stored.height) return;
  throw damaged(told().pictures.headerPromises(stored.width, stored.height, picture.width, picture.height));
}
