/**
 * @file What a person is told of a file that ended or timed out the decoder twice. Runs in main.
 */
import type { ImageFailure } from '../../contract/model';

/** How a job came to be suspected. */
export type Strike = 'ended' | 'timeout';

const reasons: Record<Strike, ImageFailure> = {
  ended: {
    code: 'decoder-ended',
    reason:
      'The decoder ended twice while reading this file, so it was set aside. The other images are not affected. ' +
      'Save it again as JPEG or PNG in an image editor and rescan.',
  },
  timeout: {
    code: 'decoder-timeout',
    reason:
      'Decoding this file took too long twice, so it was set aside. The other images are not affected. ' +
      'Save a smaller copy of it as JPEG or PNG and rescan.',
  },
};

export function quarantineFailure(strike: Strike): ImageFailure {
  return reasons[strike];
}
