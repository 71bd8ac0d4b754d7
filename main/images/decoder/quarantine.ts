/**
 * @file What a person is told of a file that ended or timed out the decoder twice. Runs in main.
 */
import type { ImageFailure } from '../../contract/model';
import { told } from '../../../strings/words';

/** How a job came to be suspected. */
export type Strike = 'ended' | 'timeout';

const reasons = (): Record<Strike, ImageFailure> => ({
  ended: {
    code: 'decoder-ended',
    reason: told().images.decoderEnded,
  },
  timeout: {
    code: 'decoder-timeout',
    reason: told().images.decoderHung,
  },
});

export function quarantineFailure(strike: Strike): ImageFailure {
  return reasons()[strike];
}
