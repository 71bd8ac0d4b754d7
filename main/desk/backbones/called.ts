/** @file The backbone that a project names, as the project itself can tell it. Pure; runs in main. */
import { told } from '../../../strings/words';
import { shippedId } from '../../contract/backboneIds';
import type { Seeing } from '../../images/readerParts';
import type { SeenBy } from '../../projects/schema';
import type { InstalledBackbones } from './installed';

/** ‘Plankton net’ (own-0123456789ab), or the id alone of what nobody noted a name of. */
export function calledIn({ backbone, ownBackbone }: SeenBy): string {
  return told().ownBackbone.called(shippedId(backbone), ownBackbone?.name ?? null);
}

/**
 * How a project is seen by these settings.
 * @param tuned folder of the tuned backbone in use; null: there is none
 */
export function seeingOf(
  installed: Pick<InstalledBackbones, 'of'>,
  settings: SeenBy & Pick<Seeing, 'framing'>,
  tuned: string | null,
): Seeing {
  const shipped = installed.of(settings.backbone);
  const called = shipped ? null : calledIn(settings);
  return { framing: settings.framing, shipped, called, tuned: shipped && tuned };
}
