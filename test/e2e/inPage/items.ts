/** @file Runs in the window: what main says of items, and commands, past the views. Each function stands alone. */
import type { StudioBridge } from '../../../main/contract/calls';
import type { Command, ItemRow } from '../../../main/contract/model';

declare const studio: StudioBridge;

export async function allRows(): Promise<ItemRow[]> {
  return (await studio.call('app:state')).project?.items ?? [];
}

/** Best own class of each item that has a guess, by the newest labels. */
export async function guessedClasses(): Promise<Record<string, string>> {
  const { project } = await studio.call('app:state');
  const guesses = project?.guesses;
  if (!project || !guesses || guesses.revision !== project.revision) return {};
  const named = project.items.flatMap(({ id, index }): [string, string][] => {
    const best =
      index < guesses.count ? (guesses.classes[guesses.top[index * guesses.k] ?? -1] ?? null) : null;
    return best === null ? [] : [[id, best]];
  });
  return Object.fromEntries(named);
}

/** Cosine of each item to its best class, by the newest labels, rounded. */
export async function cosines(): Promise<number[]> {
  const { project } = await studio.call('app:state');
  const guesses = project?.guesses;
  if (!project || !guesses || guesses.revision !== project.revision) return [];
  return Array.from({ length: guesses.count }, (_, row) =>
    Math.round((guesses.cosine[row * guesses.k] ?? 0) * 1e4),
  );
}

export async function apply(commands: Command[]): Promise<void> {
  for (const command of commands) await studio.call('project:apply', command);
}

export async function undo(): Promise<void> {
  await studio.call('project:undo');
}
