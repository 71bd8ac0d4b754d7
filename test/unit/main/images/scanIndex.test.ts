import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { DECODER_VERSION } from '../../../../main/images/decoder/protocol';
import type { FoundImage } from '../../../../main/images/scan';
import { diffScan } from '../../../../main/images/scanDiff';
import { ScanIndex } from '../../../../main/images/scanIndex';
import { decodeIndex, encodingIndex, type ImageFacts } from '../../../../main/images/scanIndexFile';
import { temporaryFolder } from './support';

const image = (name: string, more: Partial<FoundImage> = {}): FoundImage => ({
  folder: 'f',
  path: name,
  size: 10,
  mtimeMs: 1_700_000_000_000.123,
  ...more,
});
const facts = {
  ...{ hash: 'ab'.repeat(32), width: 40, height: 30 },
  ...{ capturedAt: '2024-05-01T12:30:00', camera: null, pixelHash: '00ff'.repeat(4) },
};
const failure: ImageFacts = { failure: { code: 'empty', reason: 'The file is empty.' } };
const newFile = (): string => path.join(temporaryFolder(), 'cache', 'scan.json');
const openIndex = (file: string, onProblem = vi.fn()) => ScanIndex.open(file, { onProblem, now: () => 5000 });
const scanned = (...images: FoundImage[]) => ({ images, problems: [] });

it('tells added, changed, kept and gone apart', () => {
  const before = [image('kept'), image('resized'), image('touched'), image('gone')];
  const now = [image('kept'), image('resized', { size: 11 }), image('touched', { mtimeMs: 1 }), image('new')];
  const diff = diffScan(before, now);
  expect(diff.added.map((i) => i.path)).toEqual(['new']);
  expect(diff.changed.map((c) => [c.before.path, c.now.size])).toEqual([
    ['resized', 11],
    ['touched', 10],
  ]);
  expect(diff.kept).toEqual([before[0]]);
  expect(diff.gone).toEqual([before[3]]);
  expect(diffScan([], []).gone).toEqual([]);
});

describe('the index', () => {
  it('remembers over a restart what reading a file gave', async () => {
    const file = newFile();
    const index = await openIndex(file);
    index.update(scanned(image('a.jpg'), image('b.jpg'), image('ü/c d.jpg')), ['f']);
    index.learn(image('a.jpg'), facts);
    index.learn(image('b.jpg'), failure);
    await index.flush();
    const again = await openIndex(file);
    expect([...again.entries]).toEqual([...index.entries]);
    expect(again.get('f/a.jpg')).toEqual({ ...image('a.jpg'), facts, gone: false, addedAt: 5000 });
    const diff = again.update(scanned(image('a.jpg'), image('b.jpg'), image('ü/c d.jpg')), ['f']);
    expect([diff.added, diff.changed, diff.gone]).toEqual([[], [], []]);
  });

  it('takes in what a scan has just come upon as the whole scan would', async () => {
    const index = await openIndex(newFile());
    index.update(scanned(image('kept'), image('changed'), image('back')), ['f']);
    for (const name of ['kept', 'changed', 'back']) index.learn(image(name), facts);
    index.update(scanned(image('kept'), image('changed')), ['f']);
    const meet = (found: FoundImage) => {
      const { entry, news } = index.meet(found);
      return [news, entry.facts, entry.gone];
    };
    expect(meet(image('kept'))).toEqual([null, facts, false]);
    expect(meet(image('back'))).toEqual([null, facts, false]);
    expect(meet(image('changed', { size: 11 }))).toEqual(['changed', null, false]);
    expect(meet(image('new'))).toEqual(['added', null, false]);
    const all = scanned(image('kept'), image('back'), image('changed', { size: 11 }), image('new'));
    const diff = index.update(all, ['f']);
    expect([diff.added, diff.changed, diff.gone]).toEqual([[], [], []]);
  });

  it('is written a few images at a time, and reads back whole whatever their number', () => {
    for (const count of [0, 1, 249, 250, 251, 1000]) {
      const entries = Array.from({ length: count }, (_, i) => ({
        ...{ ...image(`${i} "ü",.jpg`), facts: i % 2 === 0 ? facts : i % 3 === 0 ? failure : null },
        ...{ gone: i % 5 === 0, addedAt: i },
      }));
      const steps = encodingIndex(entries, DECODER_VERSION);
      let step = steps.next();
      for (let slices = 0; !step.done; step = steps.next()) expect(slices++).toBeLessThan(count / 250);
      expect(decodeIndex(step.value.toString(), DECODER_VERSION)).toEqual(entries);
    }
  });

  it('forgets what it knew of a file that changed, and takes no late news of the old one', async () => {
    const index = await openIndex(newFile());
    index.update(scanned(image('a.jpg')), ['f']);
    index.learn(image('a.jpg'), facts);
    const changed = image('a.jpg', { mtimeMs: 5 });
    index.update(scanned(changed), ['f']);
    expect(index.get('f/a.jpg')?.facts).toBeNull();
    index.learn(image('a.jpg'), facts);
    expect(index.get('f/a.jpg')?.facts).toBeNull();
    index.learn(changed, facts);
    expect(index.get('f/a.jpg')?.facts).toEqual(facts);
    await index.flush();
  });

  it('keeps what it knew of a file that is away, for when it comes back', async () => {
    const index = await openIndex(newFile());
    index.update(scanned(image('a.jpg')), ['f']);
    index.learn(image('a.jpg'), facts);
    expect(index.update(scanned(), ['f']).gone).toHaveLength(1);
    expect(index.get('f/a.jpg')).toMatchObject({ gone: true, facts });
    expect(index.update(scanned(image('a.jpg')), ['f']).kept).toHaveLength(1);
    expect(index.get('f/a.jpg')).toMatchObject({ gone: false, facts });
    await index.flush();
  });

  it('says nothing of images in places that could not be read, or in other folders', async () => {
    const index = await openIndex(newFile());
    const all = [
      image('shut/a.jpg'),
      image('shut.jpg'),
      image('b.jpg', { folder: 'away' }),
      image('c.jpg', { folder: 'other' }),
    ];
    index.update(scanned(...all), ['f', 'away', 'other']);
    const problems = [
      { folder: 'f', path: 'shut', reason: '' },
      { folder: 'away', path: '', reason: '' },
    ];
    const diff = index.update({ images: [], problems }, ['f', 'away']);
    expect(diff.gone.map((e) => e.path)).toEqual(['shut.jpg']);
    await index.flush();
  });

  it('tries files again that another decoder could not read', async () => {
    const file = newFile();
    const index = await openIndex(file);
    index.update(scanned(image('a.jpg'), image('b.jpg')), ['f']);
    index.learn(image('a.jpg'), failure);
    index.learn(image('b.jpg'), facts);
    await index.flush();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(`"decoder":${DECODER_VERSION}`, '"decoder":-1'));
    const again = await openIndex(file);
    expect([again.get('f/a.jpg')?.facts, again.get('f/b.jpg')?.facts]).toEqual([null, facts]);
  });

  it('reads what an earlier version kept, and says of what was not noted then that it is not known', async () => {
    const file = newFile();
    mkdirSync(path.dirname(file));
    const { hash, width, height } = facts;
    const rows = [
      ['f', 'a.jpg', 10, 1, 0, hash, width, height],
      ['f', 'b.jpg', 10, 1, 1, 'empty', 'The file is empty.'],
      ['f', 'c.jpg', 10, 1, 0],
    ];
    writeFileSync(file, JSON.stringify({ format: 1, decoder: DECODER_VERSION, images: rows }));
    const index = await openIndex(file);
    const unknown = { capturedAt: null, camera: null, pixelHash: null };
    expect([...index.entries]).toEqual([
      {
        ...image('a.jpg', { mtimeMs: 1 }),
        gone: false,
        addedAt: 0,
        facts: { hash, width, height, ...unknown },
      },
      { ...image('b.jpg', { mtimeMs: 1 }), gone: true, addedAt: 0, facts: null },
      { ...image('c.jpg', { mtimeMs: 1 }), gone: false, addedAt: 0, facts: null },
    ]);
    index.learn(image('a.jpg', { mtimeMs: 1 }), facts);
    await index.flush();
    expect((await openIndex(file)).get('f/a.jpg')).toMatchObject({ facts, addedAt: 0 });
  });

  it('keeps when a file was first seen, whatever becomes of it later', async () => {
    let now = 1000;
    const index = await ScanIndex.open(newFile(), { onProblem: vi.fn(), now: () => now });
    index.update(scanned(image('a.jpg'), image('b.jpg')), ['f']);
    now = 2000;
    index.update(scanned(image('a.jpg', { size: 11 }), image('c.jpg')), ['f']);
    index.update(scanned(image('a.jpg', { size: 11 }), image('b.jpg'), image('c.jpg')), ['f']);
    const added = ['a', 'b', 'c'].map((name) => index.get(`f/${name}.jpg`)?.addedAt);
    expect(added).toEqual([1000, 1000, 2000]);
    await index.flush();
  });

  it.each([
    ['cut off', '{"format":1,"decoder":1,"images":[["f","a.jp'],
    ['of another format', '{"format":99,"decoder":1,"images":[]}'],
    ['with a damaged row', '{"format":1,"decoder":1,"images":[["f",1,2,3,0]]}'],
    ['of no added time', '{"format":2,"decoder":1,"images":[["f","a",2,3,0,"abc"]]}'],
    ['with a damaged hash', '{"format":1,"decoder":1,"images":[["f","a",2,3,0,"abc",1,1]]}'],
    ['empty', ''],
  ])('is begun anew where it is %s, and says so', async (_, content) => {
    const file = newFile();
    mkdirSync(path.dirname(file));
    writeFileSync(file, content);
    const onProblem = vi.fn();
    expect([...(await openIndex(file, onProblem)).entries]).toEqual([]);
    expect(onProblem).toHaveBeenCalledWith(expect.stringContaining('so they are read again'));
  });

  it('saves what it knows when it is closed, and nothing from then on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const file = newFile();
    const index = await openIndex(file);
    index.update(scanned(image('a.jpg')), ['f']);
    await index.close();
    expect([...(await openIndex(file)).entries]).toHaveLength(1);
    rmSync(path.dirname(file), { recursive: true });
    index.update(scanned(image('a.jpg'), image('b.jpg')), ['f']);
    expect(vi.getTimerCount()).toBe(0);
    expect(existsSync(path.dirname(file))).toBe(false);
    vi.useRealTimers();
  });

  it('is silent where there is none yet, and writes nothing while nothing is known', async () => {
    const file = newFile();
    const onProblem = vi.fn();
    await (await openIndex(file, onProblem)).flush();
    expect([onProblem.mock.calls.length, existsSync(file)]).toEqual([0, false]);
  });

  it('writes nothing where it may only read', async () => {
    const file = newFile();
    const index = await ScanIndex.open(file, { onProblem: vi.fn(), readOnly: true });
    index.update(scanned(image('a.jpg')), ['f']);
    await index.flush();
    expect(existsSync(path.dirname(file))).toBe(false);
  });

  it('reports a save that failed, and saves with the next', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'cache', 'scan.json');
    writeFileSync(path.join(folder, 'cache'), 'in the way');
    const onProblem = vi.fn();
    const index = await openIndex(path.join(folder, 'other.json'), onProblem);
    Object.assign(index, { file });
    index.update(scanned(image('a.jpg')), ['f']);
    await index.flush();
    expect(onProblem).toHaveBeenCalledWith(
      expect.stringMatching(/could not be saved: .*Labels are not affected/),
    );
    Object.assign(index, { file: path.join(folder, 'better', 'scan.json') });
    await index.flush();
    expect(readFileSync(path.join(folder, 'better', 'scan.json'), 'utf8')).toContain('a.jpg');
  });

  it('saves by itself soon after something was learnt', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const file = newFile();
    const index = await openIndex(file);
    index.update(scanned(image('a.jpg')), ['f']);
    vi.advanceTimersByTime(2000);
    vi.useRealTimers();
    await index.flush();
    expect(readFileSync(file, 'utf8')).toContain('a.jpg');
  });
});
