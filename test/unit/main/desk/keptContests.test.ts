/** @file Contests as files of the project's folder: kept, read back, bounded, and never in the way when damaged. */
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptContest } from '../../../../main/contract/areas/evaluating';
import { KeptContests } from '../../../../main/desk/keptContests';
import { contest } from './contest';

let folder = '';
beforeEach(async () => {
  folder = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-contests-')), 'evaluations');
});
afterEach(() => fs.rm(path.dirname(folder), { recursive: true, force: true }));

const at = (minute: number): KeptContest => {
  const time = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  return { ...contest, at: time, id: KeptContests.idOf(time) };
};

describe('kept contests', () => {
  it('are read back as they were, the newest first', async () => {
    const kept = new KeptContests(folder, false);
    expect(await kept.list()).toEqual([]);
    expect(await kept.newest()).toBeNull();
    for (const minute of [2, 1, 3]) await kept.keep(at(minute));
    expect((await kept.list()).map(({ at: time }) => time)).toEqual([at(3).at, at(2).at, at(1).at]);
    expect(await kept.newest()).toEqual(at(3));
    expect(await kept.open(at(1).id)).toEqual(at(1));
  });

  it('are fifty at most: the oldest goes', async () => {
    const kept = new KeptContests(folder, false);
    for (let minute = 0; minute < 52; minute++) await kept.keep(at(minute));
    const list = await kept.list();
    expect(list).toHaveLength(50);
    expect(list.at(-1)!.at).toBe(at(2).at);
  });

  it('can be forgotten', async () => {
    const kept = new KeptContests(folder, false);
    await kept.keep(at(1));
    await kept.forget(at(1).id);
    expect(await kept.list()).toEqual([]);
    await expect(kept.open(at(1).id)).rejects.toThrow('Run it again');
  });

  it('pass over what is damaged, of another format, or no contest at all', async () => {
    const kept = new KeptContests(folder, false);
    await kept.keep(at(1));
    await fs.writeFile(path.join(folder, `${at(2).id}.json`), '{"format":1,"half');
    await fs.writeFile(path.join(folder, `${at(3).id}.json`), JSON.stringify({ ...at(3), format: 99 }));
    await fs.writeFile(path.join(folder, 'notes.txt'), 'mine');
    expect(await kept.newest()).toEqual(at(1));
    expect(await kept.list()).toHaveLength(1);
    await expect(kept.open('../../project')).rejects.toThrow('cannot be read');
  });

  it('are not written where the project is only read, or the disk refuses', async () => {
    await expect(new KeptContests(folder, true).keep(at(1))).rejects.toThrow('only read here');
    await fs.writeFile(folder, 'a file where the folder should be');
    await expect(new KeptContests(folder, false).keep(at(1))).rejects.toThrow('could not be kept');
  });
});
