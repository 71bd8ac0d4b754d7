/**
 * @file Checks what the decoder window sends: it has handled hostile files, so nothing it says is taken on trust.
 * Runs in main.
 */
import { z } from 'zod';
import type { DecoderReport } from './protocol';

/** A view of 4096 × 4096 pixels in which every one differs. */
const MAX_THUMBNAIL_BYTES = 32 * 2 ** 20;

const MOST_BOXES = 1000;

const id = z.int().min(1);
const side = z.int().min(1).max(300_000_000);

const thumbnail = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= MAX_THUMBNAIL_BYTES, 'a thumbnail of that size is none')
  .refine((bytes) => bytes[0] === 0xff && bytes[1] === 0xd8, 'a thumbnail must be a JPEG');

/** Shown, and compared as text. */
export const capturedAt = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
export const camera = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\x20-\x7e\xa1-\xff]+$/);
export const pixelHash = z.string().regex(/^[0-9a-f]{16}$/);

const failure = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  reason: z.string().min(1).max(1000),
});

const result = z.union([
  z.strictObject({
    id,
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    width: side,
    height: side,
    thumbnail: thumbnail.nullable(),
    boxes: z.array(z.strictObject({ id, thumbnail: thumbnail.nullable() })).max(MOST_BOXES),
    capturedAt: capturedAt.nullable(),
    camera: camera.nullable(),
    pixelHash,
  }),
  z.strictObject({ id, failure }),
]);

const report = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('started'), id }),
  z.strictObject({ kind: z.literal('waiting'), id }),
  z.strictObject({ kind: z.literal('result'), result }),
]);

/** The report, or null where it is none. */
export function checkReport(message: unknown): DecoderReport | null {
  const checked = report.safeParse(message);
  return checked.success ? checked.data : null;
}
