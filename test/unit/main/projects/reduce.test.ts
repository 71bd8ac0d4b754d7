import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../main/projects/commands';
import { parseCommand } from '../../../../main/projects/commands';
import { ProjectError } from '../../../../main/projects/errors';
import { applyPatches } from '../../../../main/projects/patches';
import { reduce } from '../../../../main/projects/reduce';
import { settingsSchema, type ProjectDocument } from '../../../../main/projects/schema';
import { addClass, classOf, folderAt, labelAs, smallDocument } from './support';

const at = '2026-11-24T09:00:00.000Z';

/** Carries commands out one after the other; the titles tell what happened. */
function run(document: ProjectDocument, ...commands: Command[]): string[] {
  return commands.map((command) => {
    const change = reduce(document, parseCommand(command), { by: 'annotator', now: at });
    applyPatches(document, change.patches);
    return change.title;
  });
}

const refused = (document: ProjectDocument, command: Command) => expect(() => run(document, command));

describe('classes', () => {
  it('refuses a name, a key or an id that another class has', () => {
    const document = smallDocument();
    refused(document, addClass('x', { name: ' PIKE ' })).toThrow('There is already a class named pike.');
    refused(document, addClass('x', { key: '2' })).toThrow('The key 2 belongs to perch already.');
    refused(document, addClass('pike', { name: 'other' })).toThrow('already there');
    refused(document, { name: 'editClass', id: 'pike', changes: { name: 'Perch' } }).toThrow('named perch');
    refused(document, { name: 'editClass', id: 'gone', changes: { name: 'x' } }).toThrow('no longer there');
  });

  it('renames to another spelling of its own name', () => {
    const document = smallDocument();
    expect(run(document, { name: 'editClass', id: 'pike', changes: { name: 'Pike' } })).toEqual([
      'Rename class pike to Pike',
    ]);
    expect(document.classes[0]).toEqual(classOf('pike', { name: 'Pike', key: '1' }));
  });

  it('says what of a class changes', () => {
    const edit = (changes: object): Command => ({ name: 'editClass', id: 'pike', changes });
    expect(
      run(
        smallDocument(),
        ...[edit({ colour: 5 }), edit({ key: null }), edit({ kind: 'background' })],
        ...[edit({ kind: 'class' }), edit({ colour: 6, key: '7' })],
      ),
    ).toEqual([
      'Change the colour of class pike',
      'Change the key of class pike',
      'Make class pike the background',
      'Make pike an ordinary class',
      'Change class pike',
    ]);
  });

  it('has one background: another class that becomes it, or comes as it, takes its place in one step', () => {
    const document = smallDocument();
    const kinds = () => document.classes.map(({ id, kind }) => `${id} ${kind}`);
    const make = (id: string): Command => ({ name: 'editClass', id, changes: { kind: 'background' } });
    run(document, make('pike'));
    expect(kinds()).toEqual(['pike background', 'perch class']);
    const before = structuredClone(document);
    const change = reduce(document, parseCommand(make('perch')), { by: 'annotator', now: at });
    applyPatches(document, change.patches);
    expect(kinds()).toEqual(['pike class', 'perch background']);
    applyPatches(document, change.inverse);
    expect(document).toEqual(before);
    run(document, addClass('rest', { kind: 'background' }), addClass('roach'));
    expect(kinds()).toEqual(['pike class', 'perch class', 'rest background', 'roach class']);
  });

  it('merges labels with who gave them, and deletes labels with their class', () => {
    const document = smallDocument();
    run(document, labelAs('pike', 'a', 'b'), labelAs('perch', 'c'));
    expect(run(document, { name: 'mergeClasses', from: 'pike', into: 'perch' })).toEqual([
      'Merge class pike into perch',
    ]);
    expect(document.labels['f/a.jpg']).toEqual({ class: 'perch', how: 'hand', by: 'annotator', at });
    expect(document.classes.map((c) => c.id)).toEqual(['perch']);
    expect(run(document, { name: 'deleteClass', id: 'perch' })).toEqual(['Delete class perch']);
    expect(document.labels).toEqual({});
    refused(smallDocument(), { name: 'mergeClasses', from: 'pike', into: 'pike' }).toThrow('into itself');
  });
});

describe('labels', () => {
  it('says how many images really change', () => {
    const document = smallDocument();
    expect(run(document, labelAs('perch', 'a'), labelAs('perch', 'a', 'b', 'c', 'c'))).toEqual([
      'Label 1 image as perch',
      'Label 2 images as perch',
    ]);
    expect(run(document, labelAs(null, 'a', 'z'))).toEqual(['Remove the label of 1 image']);
    expect(Object.keys(document.labels)).toEqual(['f/b.jpg', 'f/c.jpg']);
  });

  it('does not let a closer look be replaced by a quicker one for the same class', () => {
    const document = smallDocument();
    const bulk: Command = { name: 'label', items: ['f/a.jpg', 'f/b.jpg'], class: 'pike', how: 'bulk' };
    run(document, labelAs('pike', 'a'), bulk);
    expect(document.labels['f/a.jpg']?.how).toBe('hand');
    expect(document.labels['f/b.jpg']?.how).toBe('bulk');
    run(document, labelAs('pike', 'b'));
    expect(document.labels['f/b.jpg']?.how).toBe('hand');
    run(document, { ...bulk, class: 'perch' });
    expect(document.labels['f/a.jpg']).toMatchObject({ class: 'perch', how: 'bulk' });
  });

  it('refuses excluded images, unknown folders, boxes and classes', () => {
    const document = smallDocument();
    run(document, { name: 'setExcluded', images: ['f/a.jpg'], excluded: true });
    refused(document, labelAs('pike', 'a', 'b')).toThrow(/1 of the images is excluded.*Nothing was labelled/);
    refused(document, { name: 'label', items: ['g/a.jpg'], class: 'pike', how: 'hand' }).toThrow(
      'g/a.jpg is in',
    );
    refused(document, labelAs('pike', 'box:none')).toThrow('This box is no longer there');
    refused(document, labelAs('eel', 'b')).toThrow('no longer there');
    expect(document.labels).toEqual({});
  });

  it('refuses to accept guesses on check images, which are labelled blind', () => {
    const document = smallDocument();
    run(document, { name: 'setRole', items: ['f/a.jpg'], role: 'check' }, labelAs('pike', 'a'));
    const accept: Command = { name: 'label', items: ['f/a.jpg'], class: 'perch', how: 'accepted' };
    refused(document, accept).toThrow('1 of these is a check image');
  });
});

describe('images, boxes and folders', () => {
  it('keeps the label of an excluded image for when it comes back', () => {
    const document = smallDocument();
    const exclude: Command = { name: 'setExcluded', images: ['f/a.jpg'], excluded: true };
    expect(run(document, labelAs('pike', 'a'), exclude, { ...exclude, excluded: false })).toEqual([
      'Label 1 image as pike',
      'Exclude 1 image',
      'Include 1 image',
    ]);
    expect(document.labels['f/a.jpg']?.class).toBe('pike');
    expect(document.excluded).toEqual({});
  });

  it('groups items and gives them roles', () => {
    const document = smallDocument();
    const items = ['f/a.jpg', 'f/b.jpg'];
    const titles = run(
      document,
      { name: 'setGroup', items, group: 'burst 1' },
      { name: 'setRole', items, role: 'check' },
      { name: 'setGroup', items: ['f/b.jpg'], group: null },
      { name: 'setRole', items, role: 'learn' },
    );
    expect(titles).toEqual([
      'Group 2 images as burst 1',
      'Use 2 images for checking',
      'Ungroup 1 image',
      'Use 2 images for learning',
    ]);
    expect(document.groups).toEqual({ 'f/a.jpg': 'burst 1' });
    expect(document.roles).toEqual({});
  });

  it('deletes what was said about a box with the box', () => {
    const document = smallDocument();
    const box = { x: 0, y: 0, width: 0.5, height: 0.5 };
    const draw: Command = { name: 'setBox', id: 'b1', image: 'f/a.jpg', box };
    run(document, draw, labelAs('pike', 'box:b1'), { name: 'setGroup', items: ['box:b1'], group: 'a' });
    refused(document, { ...draw, image: 'f/b.jpg' }).toThrow('cannot move to another image');
    expect(run(document, { ...draw, box: { ...box, x: 0.25 } })).toEqual(['Change a box in a.jpg']);
    expect(run(document, { ...draw, box: null })).toEqual(['Delete a box in a.jpg']);
    expect([document.labels, document.groups, document.boxes]).toEqual([{}, {}, {}]);
  });

  it('refuses a folder in or around one that is there', () => {
    const document = smallDocument();
    const add = (path: string): Command => ({ name: 'addFolder', folder: folderAt('g', path) });
    refused(document, add('/photos/')).toThrow('are in the project already');
    refused(document, add('/photos/2024')).toThrow('are in the project already');
    refused(document, add('/')).toThrow('Remove that one first');
    expect(run(document, add('/photos2'))).toEqual(['Add folder photos2']);
  });

  it('removes a folder with everything about its images', () => {
    const document = smallDocument();
    const before = JSON.stringify({ ...document, folders: [] });
    const box = { x: 0, y: 0, width: 1, height: 1 };
    run(
      document,
      labelAs('pike', 'a'),
      { name: 'setBox', id: 'b', image: 'f/a.jpg', box },
      labelAs('pike', 'box:b'),
    );
    run(document, { name: 'setExcluded', images: ['f/c.jpg'], excluded: true });
    expect(run(document, { name: 'removeFolder', id: 'f' })).toEqual(['Remove folder photos']);
    expect(JSON.stringify(document)).toBe(before);
  });

  it('excludes a box alone, which then takes no label, and forgets that with the box', () => {
    const document = smallDocument();
    const box = { x: 0, y: 0, width: 1, height: 1 };
    for (const id of ['b1', 'b2']) run(document, { name: 'setBox', id, image: 'f/a.jpg', box });
    expect(run(document, { name: 'setExcluded', images: ['box:b1'], excluded: true })).toEqual([
      'Exclude 1 box',
    ]);
    refused(document, labelAs('pike', 'box:b1')).toThrow('excluded');
    run(document, labelAs('pike', 'box:b2'));
    run(document, { name: 'setBox', id: 'b1', image: 'f/a.jpg', box: null });
    expect(document.excluded).toEqual({});
  });

  it('changes settings, and nothing where they are so already', () => {
    const document = smallDocument();
    const change = (command: Command) => reduce(document, command, { by: 'annotator', now: at });
    expect(change({ name: 'setSettings', changes: { framing: { kind: 'stretch' } } }).patches).toEqual([]);
    expect(change({ name: 'setSettings', changes: { base: 'imagenet' } }).title).toBe(
      'Change the base classes',
    );
  });

  it('keeps a head until the person goes back, whatever else is set meanwhile', () => {
    const document = smallDocument();
    const head = { method: 'softmax', steps: null, seed: 1, of: 'a'.repeat(64) } as const;
    expect(run(document, { name: 'setSettings', changes: { head } })).toEqual(['Keep the fine-tuned head']);
    run(document, parseCommand({ name: 'setSettings', changes: { balanced: false } }));
    expect(document.settings).toMatchObject({ head, balanced: false, offset: 0, suppressed: [] });
    run(document, { name: 'setSettings', changes: { suppressed: [7, 3, 7] } });
    expect(document.settings.suppressed).toEqual([3, 7]);
    expect(run(document, { name: 'setSettings', changes: { head: null } })).toEqual([
      'Go back to imprinting',
    ]);
  });

  it('says in one step that a tuned backbone is kept, with the head that goes with it, or put away', () => {
    const document = smallDocument();
    const shipped = document.settings.backbone;
    const choose = (backbone: string) =>
      run(document, { name: 'setSettings', changes: { backbone, head: null } });
    expect(choose('efficientnet-lite0-tuned-0123456789ab')).toEqual(['Keep the tuned backbone']);
    expect(choose(shipped)).toEqual(['Go back to the shipped backbone']);
  });

  it('notes what a backbone of the person’s own is called for as long as it is that one', () => {
    const document = smallDocument();
    const ownBackbone = { name: 'Plankton net', kind: 'savedmodel', side: 96 } as const;
    const own = { backbone: 'own-0123456789ab', ownBackbone };
    const before = structuredClone(document.settings);
    expect(run(document, parseCommand({ name: 'setSettings', changes: own }))).toEqual([
      'Change the backbone',
    ]);
    run(document, { name: 'setSettings', changes: { balanced: false, backbone: own.backbone } });
    expect(document.settings).toEqual({ ...before, ...own, balanced: false });
    run(document, { name: 'setSettings', changes: { backbone: before.backbone } });
    expect(document.settings.ownBackbone).toBeNull();
  });

  it('reads settings of before there were heads, offsets, suppressed classes and named backbones', () => {
    const { head, offset, suppressed, ownBackbone, ...older } = smallDocument().settings;
    expect(settingsSchema.parse(older)).toEqual({ ...older, head, offset, suppressed, ownBackbone });
  });
});

describe('the boundary', () => {
  const label = (item: string): unknown => ({ name: 'label', items: [item], class: 'pike', how: 'hand' });

  it.each([
    'f/../secret.jpg',
    'f//a.jpg',
    '/a.jpg',
    'f/.',
    'f/a/..',
    'box:',
    'box:a/b',
    '__proto__',
    'f/a\0.jpg',
  ])('refuses %j as an item', (item) => expect(() => parseCommand(label(item))).toThrow(ProjectError));

  it.each(['f/a..jpg', 'f/...jpg', 'f/Ünter/ä b.jpg', 'box:b1', 'f/a\\b.jpg'])(
    'takes %j as an item',
    (item) => {
      expect(parseCommand(label(item))).toEqual(label(item));
    },
  );

  it('refuses ids that every object has from birth', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      expect(() => parseCommand({ name: 'setBox', id, image: 'f/a.jpg', box: null })).toThrow(ProjectError);
    }
  });

  it('refuses what is no command, fields it does not know, and numbers that are none', () => {
    const box = { x: Number.NaN, y: 0, width: 1, height: 1 };
    for (const bad of [null, {}, { name: 'drop' }, { ...(label('f/a.jpg') as object), extra: 1 }]) {
      expect(() => parseCommand(bad)).toThrow('nothing was changed');
    }
    expect(() => parseCommand({ name: 'setBox', id: 'b', image: 'f/a.jpg', box })).toThrow(ProjectError);
  });
});
