/** @file A session over the fake main process, for tests of the window's state. */
import { decodeRows } from '../../../../main/contract/rows';
import { Client } from '../../../../renderer/state/client';
import { Notices } from '../../../../renderer/state/notices.svelte';
import { Session } from '../../../../renderer/state/session';
import { FakeMain, type FakeOptions } from './main';

export interface Fixture {
  main: FakeMain;
  session: Session;
  /** Adds classes 'A', 'B', … by key 1, 2, … ; answers their ids. */
  addClasses: (...names: string[]) => Promise<string[]>;
  label: (classId: string, ...rows: number[]) => Promise<void>;
}

/** Storage as a browser has it. */
export function shelf(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
}

export async function openFake({
  storage = null,
  ...options
}: FakeOptions & { storage?: Storage | null } = {}): Promise<Fixture> {
  const main = new FakeMain(options);
  const notices = new Notices();
  const snapshot = await main.call('project:openSample');
  if (!snapshot) throw new Error('The fake has a sample');
  const session = new Session(snapshot, new Client(main, notices), notices, storage);
  main.on('project:changed', (change) => session.project.follow(change));
  main.on('guesses:changed', (guesses) => session.takeGuesses(guesses));
  main.on('estimate:changed', (estimate) => (session.project.estimate = estimate));
  main.on('map:changed', (points) => session.map.take(points));
  main.on('items:changed', (rows) => session.takeRows(decodeRows(rows)));
  return {
    main,
    session,
    async addClasses(...names) {
      for (const name of names) await session.classes.create(name);
      return session.project.document.classes.map((info) => info.id);
    },
    async label(classId, ...rows) {
      const items = rows.flatMap((row) => main.items[row]?.id ?? []);
      await main.call('project:apply', { name: 'label', items, class: classId, how: 'hand' });
    },
  };
}
