/** @file Opening, closing, and events that come before what they speak of. */
import { describe, expect, it } from 'vitest';
import { Studio } from '../../../../renderer/state/studio.svelte';
import { guessTable } from '../fake/table';
import { offering } from '../fake/classFiles';
import { FakeMain } from '../fake/main';

async function start(main = new FakeMain({ count: 4 })) {
  const studio = new Studio(main, null);
  await studio.start();
  return { main, studio };
}

describe('opening', () => {
  it('shows the project that main answers', async () => {
    const { studio } = await start();
    expect(studio.session).toBeNull();
    await studio.openSample();
    expect(studio.session?.project.items).toHaveLength(4);
  });

  it('stays where it was when the dialog was cancelled', async () => {
    const { studio } = await start();
    await studio.openSample();
    const { session } = studio;
    await studio.openProject();
    expect(studio.session).toBe(session);
  });

  it('says what main says when it cannot be opened', async () => {
    const { main, studio } = await start();
    main.call = () => Promise.reject(new Error('The folder is gone.'));
    await studio.openFolder();
    expect(studio.session).toBeNull();
    expect(studio.opening).toBe(false);
    expect(studio.notices.shown).toMatchObject([{ kind: 'error', text: 'The folder is gone.' }]);
  });

  it('keeps events that come before the answer', async () => {
    const { main, studio } = await start();
    const opening = studio.openSample();
    main.emit('project:saved', { kind: 'failed', message: 'The disk is full.' });
    await opening;
    expect(studio.session?.project.save).toEqual({ kind: 'failed', message: 'The disk is full.' });
  });

  it('keeps what is told of the open project out of the next one', async () => {
    const { main, studio } = await start();
    await studio.openSample();
    const before = studio.session;
    const opening = studio.openFolder();
    main.emit('project:saved', { kind: 'failed', message: 'The disk is full.' });
    main.emit('guesses:changed', guessTable(['of another project'], [], 10));
    await opening;
    expect(before?.project.save.kind).toBe('failed');
    expect(studio.session).not.toBe(before);
    expect(studio.session?.project.save.kind).toBe('saved');
    expect(studio.session?.project.guesses?.classes ?? []).toEqual([]);
  });

  it('opens what the program was started with before it shows anything', async () => {
    const main = new FakeMain({ count: 4 });
    main.given = true;
    const { studio } = await start(main);
    expect(studio.session?.project.items).toHaveLength(4);
  });

  it('opens what is given while it runs', async () => {
    const { main, studio } = await start();
    main.given = true;
    main.emit('app:given', null);
    await expect.poll(() => studio.session).not.toBeNull();
  });

  it('takes one dropped thing at a time', async () => {
    const { studio } = await start();
    await studio.openDropped([new File([], 'a'), new File([], 'b')]);
    expect(studio.session).toBeNull();
    await studio.openDropped([new File([], 'a')]);
    expect(studio.session).not.toBeNull();
  });
});

it('says that what is no file of this computer was not opened', async () => {
  const { main, studio } = await start();
  main.openDropped = () => Promise.resolve(null);
  await studio.openDropped([new File([], 'a picture of a page')]);
  expect(studio.session).toBeNull();
  expect(studio.notices.shown).toMatchObject([
    { kind: 'error', text: 'Only folders and files of this computer can be opened. Nothing was opened.' },
  ]);
});

it('offers a dropped file of classes to the project that is open, and opens nothing', async () => {
  const { main, studio } = await start();
  main.classFiles.plan = offering({ name: 'Perch' });
  const dropped = [new File([], main.classFiles.plan.name)];
  await studio.openSample();
  const { session } = studio;
  await studio.openDropped(dropped);
  expect(studio.session).toBe(session);
  expect(session?.classFiles.plan?.classes.map(({ name }) => name)).toEqual(['Perch']);
});

it('says nothing of what was done in a project once another one is open', async () => {
  const { studio } = await start();
  await studio.openSample();
  studio.notices.confirm('The model now sees: centre crop', 2);
  await studio.openFolder();
  expect(studio.notices.done).toBeNull();
});

it('goes back to the start when the project is closed', async () => {
  const { studio } = await start();
  await studio.openSample();
  await studio.closeProject();
  expect(studio.session).toBeNull();
});

it('carries out the menu', async () => {
  const { main, studio } = await start();
  await studio.openSample();
  main.emit('app:menu', 'selectAll');
  main.emit('app:menu', 'showExport');
  expect(studio.session?.selection.count).toBe(4);
  expect(studio.session?.view.name).toBe('export');
});

it('shows notices of main, and drops its subscriptions at the end', async () => {
  const { main, studio } = await start();
  main.emit('app:notice', { kind: 'info', title: 'A', text: '' });
  studio.destroy();
  main.emit('app:notice', { kind: 'info', title: 'B', text: '' });
  expect(studio.notices.shown.map((notice) => notice.title)).toEqual(['A']);
});
