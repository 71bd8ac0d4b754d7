/** @file What an import would do, and that doing it does no more. */
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../main/exchange/read/csv/csv';
import { labelsOf, plan, projectOf, take } from './support';

const texts = (planned: ReturnType<typeof plan>) =>
  planned.facts.problems.map(({ line, text }) => `${line}: ${text}`);

describe('which image is meant', () => {
  const project = projectOf('north/IMG_1.jpg', 'north/IMG_2.jpg', 'south/IMG_1.jpg', 'Sjö/é.jpg');
  const found = (path: string) => {
    const planned = plan(readCsv(`path,label\n"${path}",Perch\n`), project);
    return planned.command({ existing: 'keep' })?.labels[0]?.items[0] ?? planned.facts.problems[0]?.text;
  };

  it.each([
    ['/photos/north/IMG_1.jpg', 'f1/north/IMG_1.jpg'],
    ['north/IMG_1.jpg', 'f1/north/IMG_1.jpg'],
    ['./north/IMG_1.jpg', 'f1/north/IMG_1.jpg'],
    ['photos/south/IMG_1.jpg', 'f1/south/IMG_1.jpg'],
    ['D:\\old disk\\photos\\south\\IMG_1.jpg', 'f1/south/IMG_1.jpg'],
    ['file:///photos/north/IMG_2.jpg', 'f1/north/IMG_2.jpg'],
    ['IMG_2.jpg', 'f1/north/IMG_2.jpg'],
    ['img_2.JPG', 'f1/north/IMG_2.jpg'],
    ['Sjo\u0308/e\u0301.jpg', 'f1/Sjö/é.jpg'],
  ])('%s', (path, item) => expect(found(path)).toBe(item));

  it('cannot be told where several fit, or none', () => {
    expect(found('IMG_1.jpg')).toMatch(/2 images are named like IMG_1.jpg/);
    expect(found('west/IMG_1.jpg')).toMatch(/2 images are named like/);
    expect(found('IMG_9.jpg')).toMatch(/no image IMG_9.jpg/);
  });

  it('is told by the place of the file where nothing else tells it', () => {
    const read = readCsv('path,label\nIMG_1.jpg,Perch\n');
    const { command } = plan(read, project, '/photos/south');
    expect(command({ existing: 'keep' })?.labels[0]?.items).toEqual(['f1/south/IMG_1.jpg']);
  });

  it('is counted where only the name of the file agrees, and refused where two rows claim it so', () => {
    const planned = plan(readCsv('path,label\nwest/IMG_2.jpg,Perch\neast/IMG_2.jpg,Pike\n'), project);
    expect(planned.facts.byNameAlone).toBe(1);
    expect(texts(planned)[0]).toMatch(
      /^3: east\/IMG_2.jpg and west\/IMG_2.jpg could both be north\/IMG_2.jpg/,
    );
  });
});

describe('the plan', () => {
  it('tells new classes, labels that are there, and conflicts', async () => {
    const project = projectOf('a.jpg', 'b.jpg', 'c.jpg', 'd.jpg');
    await take(readCsv('path,label\na.jpg,Perch\nb.jpg,Perch\n'), project);
    const { facts } = plan(
      readCsv('path,label\na.jpg,PERCH\nb.jpg,Pike\nc.jpg,perch\nd.jpg,Roach\n'),
      project,
    );
    expect(facts).toMatchObject({ rows: 4, usable: 4, fresh: 2, same: 1, conflicts: 1, problemCount: 0 });
    expect(facts.conflictExamples).toEqual([{ path: 'b.jpg', has: 'Perch', gets: 'Pike' }]);
    expect(facts.classes).toEqual([
      { name: 'Perch', isNew: false, count: 2 },
      { name: 'Pike', isNew: true, count: 1 },
      { name: 'Roach', isNew: true, count: 1 },
    ]);
  });

  it('keeps or replaces labels as the person chose', async () => {
    for (const [existing, label] of [
      ['keep', 'Perch'],
      ['replace', 'Pike'],
    ] as const) {
      const project = projectOf('a.jpg', 'b.jpg');
      await take(readCsv('path,label\na.jpg,Perch\n'), project);
      await take(readCsv('path,label\na.jpg,Pike\nb.jpg,Pike\n'), project, existing);
      expect(labelsOf(project)).toEqual({ 'f1/a.jpg': label, 'f1/b.jpg': 'Pike' });
    }
  });

  it('leaves out second labels, says what is said twice, and keeps the rest', () => {
    const csv = 'path,label\na.jpg,Perch\na.jpg,Pike\na.jpg,perch\nb.jpg,Pike\nx.jpg,Pike\n';
    const planned = plan(readCsv(csv), projectOf('a.jpg', 'b.jpg'));
    expect(texts(planned)).toEqual([
      '3: a.jpg has the label Perch already, in line 2. This one is left out.',
      '4: a.jpg has the same in line 2. It is counted once.',
      '6: There is no image x.jpg in this project.',
    ]);
    expect(planned.facts).toMatchObject({ rows: 5, usable: 2, fresh: 2 });
  });

  it('leaves excluded images and those of classified folders alone', async () => {
    const project = projectOf('a.jpg', 'b.jpg');
    await project.apply({ name: 'setExcluded', images: ['f1/a.jpg'], excluded: true });
    const excluded = plan(readCsv('path,label\na.jpg,Perch\n'), project);
    expect(texts(excluded)).toEqual(['2: a.jpg is excluded in this project. Include it first.']);
    project.document.folders = [{ ...project.document.folders[0]!, purpose: 'classify' }];
    const classified = plan(readCsv('path,label\nb.jpg,Perch\n'), project);
    expect(texts(classified)[0]).toMatch(/only classified/);
    expect(classified.command({ existing: 'keep' })).toBeNull();
  });

  it('makes boxes, in fractions or in pixels of the upright image, and knows those that are there', async () => {
    const project = projectOf('a.jpg');
    await take(
      readCsv('path,label,x,y,width,height\na.jpg,Perch,40,20,100,50\na.jpg,Pike,200,0,200,200\n'),
      project,
    );
    expect(Object.values(project.document.boxes)).toEqual([
      { image: 'f1/a.jpg', box: { x: 0.1, y: 0.1, width: 0.25, height: 0.25 } },
      { image: 'f1/a.jpg', box: { x: 0.5, y: 0, width: 0.5, height: 1 } },
    ]);
    const again = plan(readCsv('path,label,xmin,ymin,xmax,ymax\na.jpg,Perch,0.1,0.1,0.35,0.35\n'), project);
    expect(again.facts).toMatchObject({ boxes: 0, same: 1, fresh: 0 });
  });

  it('refuses boxes outside of the image, empty ones, and pixels of an image whose size is not known', () => {
    const project = projectOf('a.jpg', 'b.jpg');
    const head = 'path,label,x,y,width,height\n';
    const outside = plan(readCsv(`${head}a.jpg,Perch,350,0,100,50\na.jpg,Perch,0,0,0,50\n`), project);
    expect(texts(outside)).toEqual([
      '2: Its box reaches out of the image.',
      '3: Its box has no width or no height.',
    ]);
    Object.assign(project.rows[0]!, { width: null, height: null });
    expect(texts(plan(readCsv(`${head}a.jpg,Perch,10,10,100,50\n`), project))[0]).toMatch(/not known yet/);
  });

  it('takes groups, places, times and roles along, and counts what contradicts', async () => {
    const project = projectOf('a.jpg', 'b.jpg');
    const head = 'path,label,group,station,time,role\n';
    await take(readCsv(`${head}a.jpg,Perch,g1,north,2026-05-31 10:00,check\n`), project);
    const { groups, places, times, roles } = project.document;
    expect([groups, places, times, roles]).toEqual([
      { 'f1/a.jpg': 'g1' },
      { 'f1/a.jpg': 'north' },
      { 'f1/a.jpg': '2026-05-31T10:00:00' },
      { 'f1/a.jpg': 'check' },
    ]);
    const again = plan(
      readCsv(`${head}a.jpg,Perch,g2,north,2026-05-31 10:00,learn\nb.jpg,,g2,,,learn\n`),
      project,
    );
    expect(again.facts).toMatchObject({ groups: 1, places: 0, times: 0, roles: 0, otherConflicts: 2 });
  });

  it('refuses more classes than a project can hold', () => {
    const paths = Array.from({ length: 1001 }, (_, i) => `${i}.jpg`);
    const csv = ['path,label', ...paths.map((path, i) => `${path},class ${i}`)].join('\n');
    expect(() => plan(readCsv(csv), projectOf(...paths))).toThrow(/1,001 classes/);
  });
});
