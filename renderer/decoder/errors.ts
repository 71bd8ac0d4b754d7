/**
 * @file The one error that decoding throws on purpose: a stable code, and a reason in words for a person.
 * Pure; used in the decoder's workers and in Node tests.
 */
import type { ImageFailure } from '../../main/contract/model';
import { told } from '../../strings/words';

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
  return new DecodeError('truncated', told().pictures.cutOff);
}

/** `what` completes "The file is damaged: …". */
export function damaged(what: string): DecodeError {
  return new DecodeError('damaged', told().pictures.isDamaged(what));
}

export function tooLarge(what: string): DecodeError {
  return new DecodeError('too-large', told().pictures.isTooLarge(what));
}

/** Anything thrown, as what main is told; what was not foreseen keeps its own message. */
export function toFailure(error: unknown): ImageFailure {
  if (error instanceof DecodeError) return { code: error.code, reason: error.reason };
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'decode-failed',
    reason: told().pictures.couldNotBeDecoded(detail),
  };
}
