/** @file What a command that is seen by a backbone of the person's own cannot do, said before anything is read. Pure; runs in main. */
import { told } from '../../strings/words';
import { isOwn } from '../contract/backboneIds';
import { PersonError } from '../contract/errors';
import type { EvaluateOptions, ImprintOptions } from './invocation';

/** @throws {PersonError} naming what was asked for */
export function requireKnownLayers(
  backbone: string,
  {
    base,
    export: wanted = null,
  }: Pick<ImprintOptions | EvaluateOptions, 'base'> & { export?: ImprintOptions['export'] },
): void {
  if (!isOwn(backbone)) return;
  if (base !== null && base !== 'none') throw new PersonError(told().ownBackbone.noBaseAsked(backbone));
  if (wanted) throw new PersonError(told().ownBackbone.notExportedAsked(wanted.formats.join(', '), backbone));
}
