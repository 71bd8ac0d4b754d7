/** @file What a blind check may be drawn from. */
import { expect, test } from 'vitest';
import { checkPool, labelsBoxes } from '../../../../main/organise/checkPlan';
import { newDocument } from '../../../../main/projects/document';

const label = { class: 'perch', how: 'hand' as const, by: 'me', at: '2026-01-01T00:00:00.000Z' };
const folder = (id: string, purpose: 'label' | 'classify') => ({
  ...{ id, purpose, path: `/${id}`, subfolders: 'plain' as const },
});
const document = () => {
  const folders = [folder('f', 'label'), folder('new', 'classify')];
  return newDocument({ name: 'Pond', folders, now: '2026-01-01T00:00:00.000Z' });
};
const ready = (id: string, folder = 'f') => ({ id, folder, state: 'ready' as const });
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

test('unlabelled images that could be read, of the folders to label, that take part and are in no check yet', () => {
  const rows = [
    ready('f/free'),
    ready('f/labelled'),
    ready('f/out'),
    ready('f/check'),
    ready('new/a', 'new'),
    { ...ready('f/waiting'), state: 'waiting' as const },
    { ...ready('f/failed'), state: 'failed' as const },
  ];
  const labels = { 'f/labelled': label };
  const excluded = { 'f/out': true as const };
  const roles = { 'f/check': 'check' as const };
  expect(ids(checkPool({ ...document(), labels, excluded, roles }, rows))).toEqual(['f/free']);
});

test('boxes where boxes are labelled, without those that were taken out alone or with their image', () => {
  const box = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const images = { b1: 'f/a', b2: 'f/a', b3: 'f/a', b4: 'f/out' };
  const boxes = Object.fromEntries(Object.entries(images).map(([id, image]) => [id, { image, box }]));
  const excluded = { 'box:b3': true as const, 'f/out': true as const };
  const labels = { 'box:b1': label };
  const project = { ...document(), boxes, excluded, labels };
  const rows = ['f/a', 'f/out', 'box:b1', 'box:b2', 'box:b3', 'box:b4'].map((id) => ready(id));
  expect(labelsBoxes(project)).toBe(true);
  expect(ids(checkPool(project, rows))).toEqual(['box:b2']);
  expect(labelsBoxes({ ...project, labels: { 'f/a': label } })).toBe(false);
  expect(ids(checkPool({ ...project, labels: {} }, rows))).toEqual(['f/a']);
});
