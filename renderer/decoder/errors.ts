/**
 * @file The one error that decoding throws on purpose: a stable code, and a reason in words for a person.
 * Pure; used in the decoder's workers and in Node tests.
 */
import type { ImageFailure } from '../../main/contract/model';

export class DecodeError extends Error implements ImageFailure {
  override readonly name = 'DecodeError';

  constructor(
    readonly code: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

export function truncated(): DecodeError {
  return new DecodeError(
    'truncated',
    'The file ends too early: part of the picture is missing. Copy it again from the camera or the backup.',
  );
}

/** `what` completes "The file is damaged: …". */
export function damaged(what: string): DecodeError {
  return new DecodeError(
    'damaged',
    `The file is damaged: ${what}. Try another copy of it, or save it again in an image editor.`,
  );
}

export function tooLarge(what: string): DecodeError {
  return new DecodeError('too-large', `${what} Save a smaller copy of it to use it here.`);
}

/** Anything thrown, as what main is told; what was not foreseen keeps its own message. */
export function toFailure(error: unknown): ImageFailure {
  if (error instanceof DecodeError) return { code: error.code, reason: error.reason };
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'decode-failed',
    reason: `The picture could not be decoded (${detail}). Try saving it again as JPEG or PNG.`,
  };
}
