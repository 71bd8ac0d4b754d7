/**
 * @file Checks what the decoder window sends to the engine and to the export check, as `reports.ts` does for main: a
 * hostile file must not reach native code by way of the window that it took over. Runs in both processes.
 */
import { z } from 'zod';
import { boxSchema, framingSchema } from '../../projects/schema';
import type { InputMessage } from './protocol';

const LARGEST_SIDE = 1024;

const input = z
  .strictObject({
    id: z.int().min(1),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    box: boxSchema.nullable(),
    framing: framingSchema,
    pixels: z.instanceof(Uint8Array),
    size: z.int().min(1).max(LARGEST_SIDE),
  })
  .refine(({ pixels, size }) => pixels.length === size * size * 3, 'pixels must fill the square');

/** The input, or null where it is none. */
export function checkInput(message: unknown): InputMessage | null {
  const checked = input.safeParse(message);
  return checked.success ? checked.data : null;
}
