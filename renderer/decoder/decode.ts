/**
 * @file One file, start to end: bytes → hash, header, limits, plans → pixels → the backbone's inputs and the pictures for
 * people. Runs in the decoder's workers.
 */
import type { DecodeJob, DecodeResult, InputMessage } from '../../main/images/decoder/protocol';
import { fetchFile, giveRoomBack, hashOf } from './fetchFile';
import type { ImageHeader } from './headers/header';
import { neutraliseOrientation, readHeader } from './headers/read';
import { checkPixels, isBig } from './limits';
import { partsOf, type Part } from './parts';
import type { Plan } from './plan';
import { isSrgb } from './profile';
import { reduceParts, type ReducedPart } from './reduceParts';
import { uprightSize } from './reduce/strip';
import { encodeJpeg } from './thumbnail';

export interface Decoded {
  result: DecodeResult;
  inputs: InputMessage[];
}

/** Lets the work go on when no other big picture is being decoded. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

interface Made extends ReducedPart {
  jpeg: Uint8Array | null;
}

/** @throws DecodeError, with a reason for a person, where the file gives no picture. */
export async function decode(job: DecodeJob, inTurn: Turn): Promise<Decoded> {
  const bytes = (job.data as Uint8Array<ArrayBuffer> | null) ?? (await fetchFile(job.url, job.bytes));
  const header = readHeader(bytes);
  const scales = partsOf(job, header, await isSrgb(header.profile));
  for (const [{ plan }] of scales) checkPixels(header, plan.stored);
  const hash = await hashOf(bytes);
  neutraliseOrientation(bytes, header.patches);
  const made: Made[] = [];
  let pixelHash = '';
  for (const parts of scales) {
    const reduced = await turnFor(
      header,
      parts[0].plan,
      inTurn,
    )(() => reduceParts(bytes, header, parts, job));
    // The scale of the first part: which others there are changes nothing for a whole image.
    pixelHash ||= reduced.pixelHash;
    for (const part of reduced.parts) made.push({ ...part, jpeg: await encoded(part, job) });
  }
  giveRoomBack(bytes);
  return {
    result: { id: job.id, hash, ...factsOf(header), pixelHash, ...picturesOf(job, made) },
    inputs: made.flatMap((part) => inputOf(part, hash, job)),
  };
}

const atOnce: Turn = (work) => work();

const turnFor = (header: ImageHeader, plan: Plan, inTurn: Turn): Turn =>
  isBig(header, plan.stored) ? inTurn : atOnce;

function factsOf(header: ImageHeader) {
  const { width, height } = uprightSize(header, header.orientation);
  return { width, height, capturedAt: header.capturedAt, camera: header.camera };
}

/** Boxes each have a picture of their own. */
function picturesOf(job: DecodeJob, made: Made[]) {
  const pictures = made.map(({ part, jpeg }) => ({ id: part.id, thumbnail: jpeg }));
  return job.boxes.length > 0
    ? { thumbnail: null, boxes: pictures }
    : { thumbnail: pictures[0]?.thumbnail ?? null, boxes: [] };
}

async function encoded({ part, rgb }: { part: Part; rgb: Uint8Array | null }, job: DecodeJob) {
  return rgb && part.shown && encodeJpeg(rgb, part.shown.size, job.view ? 'view' : 'thumbnail');
}

function inputOf({ part, input }: ReducedPart, hash: string, job: DecodeJob): InputMessage[] {
  const { id, box } = part;
  return input ? [{ id, hash, box, framing: job.framing, pixels: input, size: job.inputSize }] : [];
}
