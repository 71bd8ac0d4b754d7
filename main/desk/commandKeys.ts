/**
 * @file Keys of classes from before these letters became commands of the window: each such class gets a free key when its
 * project is opened, as a step that undo knows. Runs in main.
 */
import { freeKeys, RESERVED_KEYS } from '../contract/classKeys';
import type { ClassInfo } from '../contract/model';
import type { ProjectStore } from '../projects/store';
import { told } from '../../strings/words';

export interface Exchange {
  info: ClassInfo;
  /** null: all keys are taken. */
  key: string | null;
}

/** What to exchange; pure. */
export function exchanges(classes: readonly ClassInfo[]): Exchange[] {
  const taken = classes.map(({ key }) => key);
  const unusable = classes.filter(({ key }) => key !== null && RESERVED_KEYS.includes(key));
  return unusable.map((info) => {
    const key = freeKeys(taken)[0] ?? null;
    taken.push(key);
    return { info, key };
  });
}

/** @returns what a person should hear of it, once it is on the disk; null where nothing was to do */
export async function exchangeKeys(
  store: Pick<ProjectStore, 'document' | 'readOnly' | 'apply'>,
): Promise<string | null> {
  const found = store.readOnly === null ? exchanges(store.document.classes) : [];
  if (found.length === 0) return null;
  const steps = found.map(({ info, key }) => ({ name: 'editClass' as const, id: info.id, changes: { key } }));
  await Promise.all(steps.map((step) => store.apply(step)));
  const said = found.map(({ info, key }) =>
    key === null
      ? told().desk.noKey(info.name)
      : told().desk.otherKey(info.name, key.toUpperCase(), (info.key ?? '').toUpperCase()),
  );
  return told().desk.keysExchanged(said);
}
