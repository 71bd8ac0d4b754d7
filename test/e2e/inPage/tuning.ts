/** @file Runs in the window: tuning as main knows it, past the views. Each function stands alone. */
import type { TuningState } from '../../../main/contract/areas/tuning';
import type { StudioBridge } from '../../../main/contract/calls';
import type { Command } from '../../../main/contract/model';

declare const studio: StudioBridge;

/** Commands that make a class of each kind and label with it every file whose name begins with it. */
export async function labels(kinds: string[]): Promise<Command[]> {
  const items = (await studio.call('app:state')).project?.items ?? [];
  return kinds.flatMap((name, colour): Command[] => [
    { name: 'addClass', class: { id: name, name, colour, key: null, kind: 'class' } },
    {
      ...{ name: 'label', class: name, how: 'hand' },
      items: items.filter(({ path }) => path.startsWith(`${name}-`)).map(({ id }) => id),
    },
  ]);
}

export function tuningState(): Promise<TuningState> {
  return studio.call('tuning:state');
}

export async function tell(
  call:
    readonly ['tuning:start', { epochs: number; seed: number }] | readonly ['tuning:keep' | 'tuning:back'],
): Promise<void> {
  if (call[0] === 'tuning:start') await studio.call(call[0], call[1]);
  else await studio.call(call[0]);
}
