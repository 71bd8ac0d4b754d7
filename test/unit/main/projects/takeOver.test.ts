/** @file The command that takes over what another person's project says. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../main/projects/commands';
import { parseCommand } from '../../../../main/projects/commands';
import { canonical } from '../../../../main/projects/document';
import { applyPatches } from '../../../../main/projects/patches';
import { reduce } from '../../../../main/projects/reduce';
import type { ProjectDocument } from '../../../../main/projects/schema';
import { classOf, labelAs, open, prepare, projectFolder, smallDocument, takingOver } from './support';

const at = '2026-11-24T09:00:00.000Z';
const theirs = { how: 'accepted', by: 'other', at: '2026-11-20T08:00:00.000Z' } as const;
const whole = { x: 0, y: 0, width: 1, height: 1 };

/** Carries a command out, back and forth once; answers its title. */
function run(document: ProjectDocument, command: Command): string {
  const before = canonical(document);
  const change = reduce(document, parseCommand(command), { by: 'annotator', now: at });
  applyPatches(document, change.patches);
  applyPatches(document, change.inverse);
  expect(canonical(document)).toBe(before);
  applyPatches(document, change.patches);
  return change.title;
}

describe('takeOver', () => {
  it('keeps who gave the labels, when and how, and replaces what was said', () => {
    const document = smallDocument();
    run(document, labelAs('pike', 'a'));
    run(document, { name: 'setRole', items: ['f/a.jpg'], role: 'check' });
    run(document, { name: 'setExcluded', images: ['f/a.jpg'], excluded: true });
    const title = run(
      document,
      takingOver({
        classes: [classOf('eel', { key: '3' })],
        boxes: [{ id: 'b1', image: 'f/b.jpg', box: whole }],
        labels: [{ label: { class: 'eel', ...theirs }, items: ['f/a.jpg', 'box:b1'] }],
        groups: [{ group: 'burst', items: ['f/a.jpg'] }],
        roles: [{ role: 'learn', items: ['f/a.jpg'] }],
        excluded: [{ excluded: false, items: ['f/a.jpg'] }],
      }),
    );
    expect(title).toBe('Take over 2 labels from Their fishes');
    expect(document.labels['f/a.jpg']).toEqual({ class: 'eel', ...theirs });
    expect(document.labels['box:b1']).toEqual({ class: 'eel', ...theirs });
    expect([document.groups, document.roles, document.excluded]).toEqual([{ 'f/a.jpg': 'burst' }, {}, {}]);
    expect(document.classes.map(({ id }) => id)).toEqual(['pike', 'perch', 'eel']);
  });

  it('is called after what came where no label did', () => {
    const document = smallDocument();
    const some = takingOver({
      places: [{ place: 'north', items: ['f/a.jpg', 'f/b.jpg'] }],
      times: [{ time: '2026-05-01T10:00:00', items: ['f/a.jpg'] }],
    });
    expect(run(document, some)).toBe('Take over 2 places, 1 time from Their fishes');
    expect(reduce(document, some, { by: 'me', now: at }).patches).toEqual([]);
  });

  it('refuses what fits nothing, and then takes nothing over', () => {
    const document = smallDocument();
    const refused = (some: Command) => expect(() => run(document, some));
    const label = { class: 'pike', ...theirs };
    refused(takingOver({ labels: [{ label: { ...label, class: 'eel' }, items: ['f/a.jpg'] }] })).toThrow(
      'no longer there',
    );
    refused(takingOver({ labels: [{ label, items: ['g/a.jpg'] }] })).toThrow('does not belong');
    refused(takingOver({ labels: [{ label, items: ['box:b1'] }] })).toThrow('no longer there');
    refused(
      takingOver({
        labels: [
          { label, items: ['f/a.jpg'] },
          { label: { ...label, class: 'perch' }, items: ['f/a.jpg'] },
        ],
      }),
    ).toThrow('two entries of labels');
    refused(takingOver({ classes: [classOf('new', { name: 'PIKE' })] })).toThrow('already a class');
    run(document, { name: 'setBox', id: 'b1', image: 'f/a.jpg', box: whole });
    refused(takingOver({ boxes: [{ id: 'b1', image: 'f/b.jpg', box: whole }] })).toThrow('another image');
    expect(document.labels).toEqual({});
  });

  it('can be undone after the project was closed and opened again', async () => {
    const folder = await projectFolder();
    const store = await open(folder);
    await prepare(store);
    await store.apply(labelAs('pike', 'a'));
    const before = canonical(store.document);
    await store.apply(
      takingOver({
        classes: [classOf('eel', { colour: 5 })],
        labels: [{ label: { class: 'eel', ...theirs }, items: ['f/a.jpg', 'f/b.jpg'] }],
      }),
    );
    const after = canonical(store.document);
    await store.close();
    const again = await open(folder);
    expect(again.titles.undo).toBe('Take over 2 labels from Their fishes');
    await again.undo();
    expect(canonical(again.document)).toBe(before);
    await again.redo();
    expect(canonical(again.document)).toBe(after);
    expect(again.document.labels['f/b.jpg']).toEqual({ class: 'eel', ...theirs });
  });
});
