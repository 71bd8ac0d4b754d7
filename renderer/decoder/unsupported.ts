/**
 * @file What a person is told about files that are no picture we decode: what the file is, and what to do. Pure.
 */
import { DecodeError } from './errors';
import type { ForeignKind } from './sniff';
import { told } from '../../strings/words';

export function unsupported(kind: ForeignKind, name: string): DecodeError {
  const code = kind === 'unknown' ? 'not-an-image' : `unsupported-${kind}`;
  return new DecodeError(code, told().pictures.unsupported[kind](name));
}
