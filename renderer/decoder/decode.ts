/**
 * @file One file, start to end: bytes → hash, header, limits, plan → pixels → the backbone's input and the thumbnail.
 * Runs in the decoder's workers.
 */
import type { Framing } from '../../main/contract/model';
import type { DecodeJob, DecodeResult, InputMessage } from '../../main/images/decoder/protocol';
import { DifferenceHash } from './differenceHash';
import { damaged } from './errors';
import { fetchFile, giveRoomBack, hashOf } from './fetchFile';
import type { ImageHeader } from './headers/header';
import { neutraliseOrientation, readHeader } from './headers/read';
import { checkPixels, isBig } from './limits';
import { openPicture, type Picture } from './picture';
import { planDecode, thumbnailSize, type Plan, type PlanRequest } from './plan';
import { isSrgb } from './profile';
import { Reduction } from './reduce/reduction';
import { uprightSize } from './reduce/strip';
import { feed } from './strips';
import { encodeJpeg } from './thumbnail';

export interface Decoded {
  result: DecodeResult;
  input: InputMessage | null;
}

/** Lets the work go on when no other big picture is being decoded. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** @throws DecodeError, with a reason for a person, where the file gives no picture. */
export async function decode(job: DecodeJob, inTurn: Turn): Promise<Decoded> {
  const bytes = (job.data as Uint8Array<ArrayBuffer> | null) ?? (await fetchFile(job.url, job.bytes));
  const header = readHeader(bytes);
  const plan = planDecode(header, { ...wanted(job), srgb: await isSrgb(header.profile) });
  checkPixels(header, plan.stored);
  const hash = await hashOf(bytes);
  neutraliseOrientation(bytes, header.patches);
  const reduced = await (isBig(header, plan.stored) ? inTurn : atOnce)(() =>
    reduce(bytes, header, plan, job),
  );
  giveRoomBack(bytes);
  const thumbnail =
    reduced.thumbnail &&
    (await encodeJpeg(reduced.thumbnail.rgb, reduced.thumbnail.size, job.view ? 'view' : 'thumbnail'));
  const { width, height } = uprightSize(header, header.orientation);
  const { capturedAt, camera } = header;
  const { pixelHash } = reduced;
  return {
    result: { id: job.id, hash, width, height, thumbnail, capturedAt, camera, pixelHash },
    input: reduced.input && {
      id: job.id,
      hash,
      framing: job.framing,
      pixels: reduced.input,
      size: job.inputSize,
    },
  };
}

/** A view needs pixels for its own size, an input for the model's; a thumbnail takes what there is then. */
function wanted({ view, thumbnailSize, framing, inputSize }: DecodeJob): Omit<PlanRequest, 'srgb'> {
  if (!view || thumbnailSize === null) return { framing, inputSize };
  const shown: Framing = view.region ? { kind: 'region', box: view.region } : { kind: 'stretch' };
  return { framing: shown, inputSize: thumbnailSize, side: 'long' };
}

const atOnce: Turn = (work) => work();

interface Reduced {
  input: Uint8Array | null;
  thumbnail: { rgb: Uint8Array; size: { width: number; height: number } } | null;
  pixelHash: string;
}

async function reduce(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader,
  plan: Plan,
  job: DecodeJob,
): Promise<Reduced> {
  const picture = await openPicture(bytes, header, plan);
  try {
    checkSize(picture, plan);
    const shown = job.view ? plan.crop : { left: 0, top: 0, ...plan.upright };
    const square = { width: job.inputSize, height: job.inputSize };
    const size = job.thumbnailSize === null ? null : thumbnailSize(shown, job.thumbnailSize);
    const input = job.wantInput ? new Reduction(plan.crop, square) : null;
    const thumbnail = size && new Reduction(shown, size);
    const hash = new DifferenceHash(plan.upright);
    const sinks = [input, thumbnail, hash].filter((sink) => sink !== null);
    await feed(picture, header.orientation, sinks);
    return {
      input: input && input.finish(),
      thumbnail: thumbnail && { rgb: thumbnail.finish(), size: size },
      pixelHash: hash.finish(),
    };
  } finally {
    picture.close();
  }
}

/** The crop was planned for the header's size: pixels of another size would be framed wrongly. */
function checkSize(picture: Picture, { stored }: Plan): void {
  if (picture.width === stored.width && picture.height === stored.height) return;
  throw damaged(
    `its header promises ${stored.width} × ${stored.height} pixels, its picture has ${picture.width} × ${picture.height}`,
  );
}
