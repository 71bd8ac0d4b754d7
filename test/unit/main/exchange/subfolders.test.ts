/** @file When it is asked what subfolders are, and what is recommended. */
import { expect, it } from 'vitest';
import { folderQuestion } from '../../../../main/exchange/subfolders';
import { takeAnswer } from '../../../../main/exchange/takeAnswer';
import { placeOf } from '../../../../main/contract/places';
import { labelsOf, projectOf } from './support';

function asked(...folders: string[]) {
  const project = projectOf(...folders.flatMap((folder) => [0, 1].map((n) => `${folder}/${n}.jpg`)));
  project.document.folders = [{ ...project.document.folders[0]!, subfolders: 'unasked' }];
  return project;
}
const question = (project: ReturnType<typeof asked>) => folderQuestion(project.document, project.rows);

it.each([
  [['perch', 'pike', 'roach'], 'classes', 'words'],
  [['2026-05-31', '2026-06-01', 'rest'], 'places', 'dates'],
  [['31.5.2026', 'May 2026'], 'places', 'dates'],
  [['site 1', 'site 2', 'cam07'], 'places', 'numbers'],
  [['100CANON', '101CANON'], 'places', 'numbers'],
  [['north/day', 'north/night', 'south/day', 'south/night'], 'places', 'repeated'],
  [Array.from({ length: 51 }, (_, i) => `kind ${'abcdefghij'[i % 10]}${'x'.repeat(i)}`), 'plain', 'many'],
])('%s', (folders, recommended, because) => {
  const found = question(asked(...folders));
  expect(found).toMatchObject({ name: 'photos', subfolders: folders.length, recommended, because });
  expect(found?.shown.length).toBe(Math.min(12, folders.length));
});

it('is not asked of one subfolder, nor twice, nor of a folder that is only classified', async () => {
  expect(question(asked('perch'))).toBeNull();
  const answered = asked('perch', 'pike');
  await takeAnswer(answered, 'f1', 'plain');
  expect(question(answered)).toBeNull();
  const classified = asked('perch', 'pike');
  classified.document.folders = [{ ...classified.document.folders[0]!, purpose: 'classify' }];
  expect(question(classified)).toBeNull();
});

it('classes label the images; places do not, and are a column', async () => {
  const classes = asked('perch', 'pike');
  await takeAnswer(classes, 'f1', 'classes');
  expect(Object.values(labelsOf(classes))).toEqual(['perch', 'perch', 'pike', 'pike']);
  expect(Object.values(classes.document.labels)[0]?.how).toBe('folder');
  const places = asked('north', 'south');
  await takeAnswer(places, 'f1', 'places');
  expect(places.document.labels).toEqual({});
  expect(places.rows.map((row) => placeOf(places.document, row))).toEqual([
    'north',
    'north',
    'south',
    'south',
  ]);
});
