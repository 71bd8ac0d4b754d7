/**
 * @file A head that was trained and kept is not used once something that it learnt from is taken away: exports and guesses are at once
 * those of imprinting without it, byte for byte; undo brings it back.
 */
import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { HeadFiles } from '../../../../main/desk/heads/headFiles';
import { Heads } from '../../../../main/desk/heads/heads';
import type { Command } from '../../../../main/projects/commands';
import { projectPaths } from '../../../../main/projects/paths';
import { addClass, open } from '../projects/support';
import { ITEMS, Lab, projectOf } from './lab';

const label = (of: string | null, ...items: string[]): Command => ({
  ...{ name: 'label', class: of, items, how: 'hand' },
});
const taught = [0, 5, 10].map((at, c) => label(`c${c}`, ...ITEMS.slice(at, at + 4)));
const commands = [...['c0', 'c1', 'c2'].map((id) => addClass(id)), ...taught];
const bytesOf = ({ files }: { files: Map<string, Buffer> }) => Buffer.concat([...files.values()]);

it('falls back to imprinting, as if what was removed had never been there', async () => {
  const folder = await projectOf(...commands);
  const lab = await Lab.start(folder);
  const imprinted = await lab.outcome();
  const store = await open(folder);
  const files = new HeadFiles(projectPaths(folder).heads, false);
  const heads = new Heads({
    ...{ store, files, library: lab.library, engine: lab.engine },
    lesson: () => lab.lessonOf(store.document),
    changed: () => undefined,
    known: () => undefined,
    caughtUp: () => Promise.resolve(),
  });
  lab.onHead = (report) => heads.reported(report);
  await heads.start({ method: 'softmax', steps: 20, seed: 7 });
  await vi.waitFor(() => expect(heads.state.run?.status).toBe('ready'), 60_000);
  await heads.keep();
  const of = store.document.settings.head!.of;
  const headFor = (lesson: Parameters<Heads['headFor']>[0]) => heads.headFor(lesson);
  await vi.waitFor(() => expect(headFor(lab.lessonOf(store.document))).not.toBeNull());
  const trained = await lab.outcome(headFor);
  expect(bytesOf(trained).equals(bytesOf(imprinted))).toBe(false);

  // One of what it learnt from is taken away: nothing comes from it any more.
  await store.apply(label(null, ITEMS[0]!));
  const without = await lab.outcome(headFor);
  expect(heads.state.standing.kind).toBe('out of use');
  const never = await projectOf(
    ...commands.slice(0, 3),
    label('c0', ...ITEMS.slice(1, 4)),
    ...commands.slice(4),
  );
  const fresh = await Lab.start(never);
  expect(bytesOf(without).equals(bytesOf(await fresh.outcome()))).toBe(true);

  // The same label is there again: so is the head, to the byte.
  await store.undo();
  expect(bytesOf(await lab.outcome(headFor)).equals(bytesOf(trained))).toBe(true);

  // Purged while it is out of use, it is gone from the disk as well.
  await store.apply({ name: 'deleteClass', id: 'c2' });
  expect(headFor(lab.lessonOf(store.document))).toBeNull();
  expect(existsSync(files.weights(of))).toBe(true);
  await files.forgetUnused(null);
  expect(existsSync(files.weights(of))).toBe(false);
  await heads.close();
  await Promise.all([lab.stop(), fresh.stop()]);
}, 120_000);
