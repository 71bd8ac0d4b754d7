/** @file Plans of imports that take long: carried out in pieces, given up, and out of date after another. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Importer } from '../../../../main/exchange/importer';
import { atOnce } from '../../../../main/organise/slices';
import { readCsv, readingCsv } from '../../../../main/exchange/read/csv/csv';
import { readFile } from '../../../../main/exchange/read/source';
import { temporaryFolder } from '../images/support';
import { labelsOf, projectOf } from './support';

const paths = Array.from({ length: 3000 }, (_, i) => `IMG_${i}.jpg`);
const csv = (label: string) => ['path,label', ...paths.map((name) => `${name},${label}`)].join('\n');

function fileOf(text: string): string {
  const file = path.join(temporaryFolder(), 'labels.csv');
  writeFileSync(file, text);
  return file;
}

test('a plan is made in pieces and applied as one step', async () => {
  const [project, importer, file] = [projectOf(...paths), new Importer(), fileOf(csv('Perch'))];
  const plan = await importer.plan(
    (run) => readFile(file, run),
    () => project,
  );
  expect(plan).toMatchObject({ rows: 3000, usable: 3000, fresh: 3000 });
  await importer.apply(plan!.id, { existing: 'keep' }, project);
  expect(new Set(Object.values(labelsOf(project)))).toEqual(new Set(['Perch']));
  expect(Object.keys(labelsOf(project))).toHaveLength(3000);
});

test('it can be given up, and a later one takes the place of an earlier', async () => {
  const [project, importer, file] = [projectOf(...paths), new Importer(), fileOf(csv('Perch'))];
  const plan = () =>
    importer.plan(
      (run) => readFile(file, run),
      () => project,
    );
  const given = plan();
  importer.cancel();
  expect(await given).toBeNull();
  const [first, second] = [plan(), plan()];
  expect(await first).toBeNull();
  expect(await second).toMatchObject({ fresh: 3000 });
  expect(
    await importer.plan(
      () => Promise.resolve(null),
      () => project,
    ),
  ).toBeNull();
});

test('a CSV is the same in pieces and at once, whatever is in its cells', () => {
  const odd = ['a.jpg,"Perch, ""wild""",g1', 'b.jpg,"two\nlines",g2', '', 'c.jpg,5" pipe,g3'];
  const text = `path,label,group\r\n${Array.from({ length: 600 }, () => odd.join('\r\n')).join('\r\n')}\r\n`;
  let pieces = 0;
  const work = readingCsv(text);
  let step = work.next();
  for (; !step.done; step = work.next()) pieces++;
  expect(pieces).toBeGreaterThan(4);
  expect(step.value).toEqual(readCsv(text));
  expect(step.value.records).toHaveLength(1800);
  expect(step.value.records.slice(0, 4).map(({ line, label }) => [line, label])).toEqual([
    [2, 'Perch, "wild"'],
    [3, 'two\nlines'],
    [6, '5" pipe'],
    [7, 'Perch, "wild"'],
  ]);
  expect(atOnce(readingCsv('path,label\na.jpg,Perch\n')).records).toHaveLength(1);
});
