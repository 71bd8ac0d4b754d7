/** @file What the arguments of several calls are made of. Runs in main. */
import { z } from 'zod';

export const none = z.tuple([]);
export const shortText = z.string().min(1).max(200);
export const filePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((p) => !p.includes('\0'), 'a path cannot hold a zero byte');

/** One schema per call, of its arguments as a tuple. */
export type Schemas<Calls> = {
  [C in keyof Calls]: Calls[C] extends (...args: infer A) => unknown ? z.ZodType<A> : never;
};
