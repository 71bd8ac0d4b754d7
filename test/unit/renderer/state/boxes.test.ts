import { describe, expect, it } from 'vitest';
import { boxItem } from '../../../../renderer/state/boxes.svelte';
import { openFake } from '../fake/session';

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

async function onImage(row = 0) {
  const fake = await openFake({ count: 4 });
  fake.session.selection.only(row);
  return { ...fake, ...fake.session };
}

describe('a box', () => {
  it('is chosen as soon as it is drawn, and what keys label', async () => {
    const { addClasses, boxes, labelling, project, selection } = await onImage();
    selection.clear();
    const [id = ''] = await addClasses('Perch');
    selection.only(0);
    await boxes.draw(box);
    expect(boxes.holds).toBe(true);
    await labelling.labelWithKey('1');
    expect(project.document.labels[boxItem(boxes.chosen ?? '')]?.class).toBe(id);
    expect(project.classOf(0)).not.toBe(id);
  });

  it('shows while it is drawn, and is nothing before', async () => {
    const { boxes, project } = await onImage();
    const image = boxes.image?.id ?? '';
    boxes.sketch(box);
    expect(boxes.of(image)).toHaveLength(1);
    boxes.sketch(null);
    expect([boxes.of(image).length, Object.keys(project.document.boxes).length]).toEqual([0, 0]);
  });

  it('is changed by keys in one step, however often they are pressed', async () => {
    const { boxes, main, project } = await onImage();
    await boxes.draw(box);
    for (let i = 0; i < 5; i++) boxes.nudge('right', false);
    await boxes.commit();
    expect(project.document.boxes[boxes.chosen ?? '']?.box.x).toBeCloseTo(0.15);
    expect(main.calls.filter(([channel]) => channel === 'project:apply')).toHaveLength(2);
  });

  it('is deleted, and comes back with undo', async () => {
    const { boxes, project, work } = await onImage();
    await boxes.draw(box);
    await boxes.remove();
    expect([boxes.chosen, Object.keys(project.document.boxes).length]).toEqual([null, 0]);
    await work.undo();
    expect(Object.keys(project.document.boxes)).toHaveLength(1);
  });

  it('is let go of when the person moves on in the grid, also to its own image', async () => {
    const { boxes, selection } = await onImage();
    await boxes.draw(box);
    selection.only(0);
    expect(boxes.holds).toBe(false);
  });

  it('is let go of one thing after the other', async () => {
    const { boxes } = await onImage();
    await boxes.draw(box);
    boxes.take(true);
    expect([boxes.leave(), boxes.drawing, boxes.holds]).toEqual([true, false, true]);
    expect([boxes.leave(), boxes.holds, boxes.leave()]).toEqual([true, false, false]);
  });

  it('is what the focus is on when its own row has it', async () => {
    const { boxes, project, selection } = await onImage(2);
    await boxes.draw(box);
    const row = project.rowOf(boxItem(boxes.chosen ?? '')) ?? -1;
    selection.only(row);
    expect([boxes.image?.index, boxes.row, boxes.holds]).toEqual([2, row, false]);
  });
});

describe('all boxes of an image', () => {
  it('go into the next image of the list in one step, labels too, and once only', async () => {
    const { addClasses, boxes, labelling, project, selection, work } = await onImage(1);
    selection.clear();
    await addClasses('Perch');
    selection.only(1);
    await boxes.draw(box);
    await labelling.labelWithKey('1');
    await boxes.copyToNext();
    const third = project.items[2]?.id ?? '';
    expect(selection.focus).toBe(2);
    expect(boxes.of(third).map((one) => one.box)).toEqual([box]);
    expect(Object.values(project.document.labels)).toHaveLength(2);
    selection.only(1);
    await boxes.copyToNext();
    expect(boxes.of(third)).toHaveLength(1);
    await work.undo();
    expect(boxes.of(third)).toHaveLength(0);
  });

  it('are gone round by the keys', async () => {
    const { boxes } = await onImage();
    await boxes.draw(box);
    const first = boxes.chosen;
    await boxes.draw({ ...box, x: 0.5 });
    const second = boxes.chosen;
    boxes.step(1);
    expect(boxes.chosen).toBe(first);
    boxes.step(-1);
    expect(boxes.chosen).toBe(second);
  });

  it('stay as they are in a project that cannot be changed', async () => {
    const { session } = await openFake({ count: 3, readOnly: 'Another window has it.' });
    session.selection.only(0);
    session.boxes.take(true);
    expect(session.boxes.drawing).toBe(false);
    await session.boxes.draw(box);
    expect(session.project.document.boxes).toEqual({});
  });
});
