/**
 * @file What a command cannot do with the backbone that it sees by, the person's own or one that is not here, said before anything
 * is read. Runs in main.
 */
import { told } from '../../strings/words';
import { isOwn } from '../contract/backboneIds';
import { PersonError } from '../contract/errors';
import { calledIn } from '../desk/backbones/called';
import { seenBy, type InstalledBackbones } from '../desk/backbones/installed';
import type { SeenBy } from '../projects/schema';
import type { EvaluateOptions, ImprintOptions } from './invocation';

/** @throws {PersonError} naming what was asked for, and the backbone */
export function requireKnownLayers(
  seen: SeenBy,
  {
    base,
    export: wanted = null,
  }: Pick<ImprintOptions | EvaluateOptions, 'base'> & { export?: ImprintOptions['export'] },
): void {
  if (!isOwn(seen.backbone)) return;
  const called = calledIn(seen);
  if (base !== null && base !== 'none') throw new PersonError(told().ownBackbone.noBaseAsked(called));
  if (wanted) throw new PersonError(told().ownBackbone.notExportedAsked(wanted.formats.join(', '), called));
}

/**
 * @param project as the person named it
 * @throws {PersonError} where the project's backbone is not here
 */
export function requireInstalled(
  project: string,
  seen: SeenBy,
  backbones: Pick<InstalledBackbones, 'of'>,
): void {
  if (backbones.of(seen.backbone)) return;
  const advice = isOwn(seen.backbone) ? 'add it again with backbone-add' : 'run this where it is installed';
  throw new PersonError(
    `${project} is seen by the backbone ${calledIn(seen)}, which is not installed here: ${advice}, or choose another one for the project (imprint --backbone).`,
  );
}

/** @param id of one that was there when the command's words were understood */
export function seenByChosen(backbones: Pick<InstalledBackbones, 'of'>, id: string): SeenBy {
  const chosen = backbones.of(id);
  return chosen ? seenBy(chosen) : { backbone: id, ownBackbone: null };
}
