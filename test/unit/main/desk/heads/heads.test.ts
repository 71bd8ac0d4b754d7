/** @file Fine-tuning of an open project with an engine that answers as told: what is kept, when, and what takes it out of use. */
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TrainingState } from '../../../../../main/contract/areas/training';
import type { ItemState, ProjectDocument } from '../../../../../main/contract/model';
import { HeadFiles } from '../../../../../main/desk/heads/headFiles';
import { decodeRecord } from '../../../../../main/desk/heads/record';
import { Heads, type HeadsParts } from '../../../../../main/desk/heads/heads';
import { lessonOf } from '../../../../../main/desk/lesson';
import type { Outcome } from '../../../../../main/engine/heads/report';
import { EngineGone } from '../../../../../main/engine/supervisor';
import { newDocument } from '../../../../../main/projects/document';
import { applyPatches } from '../../../../../main/projects/patches';
import { reduce } from '../../../../../main/projects/reduce';
import type { Command } from '../../../../../main/projects/commands';

const figure = { value: 0.75, interval: null, n: 4, groups: 4, why: 'few' };
const OUTCOME: Outcome = {
  comparison: { before: figure, after: figure, difference: null, folds: 5, sentence: 'No difference.' },
  calibration: { temperature: null, why: 'few' },
  rejection: {
    ...{ threshold: null, falseRejectRate: null, foreignAccepted: null, why: null },
    ...{ groups: 4, needed: 19, background: [] },
  },
  perClass: [1, 0.5],
  curve: [{ step: 1, loss: 1, heldOut: 0.5 }],
};
const REQUEST = { method: 'softmax', steps: null, seed: 1 } as const;
const FOLDER = { id: 'f', path: '/f', subfolders: 'plain', purpose: 'label' } as const;
const now = '2026-11-24T09:00:00.000Z';

/** Two classes of two images each. */
async function project() {
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'imprint-heads-'));
  onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
  const document: ProjectDocument = newDocument({ name: 'x', folders: [FOLDER], now });
  const apply = async (command: Command) => {
    applyPatches(document, reduce(document, command, { by: 'a', now }).patches);
    heads.headFor(lesson());
    return Promise.resolve({ revision: 1, patches: [], undo: null, redo: null });
  };
  const ids = ['f/a', 'f/b', 'f/c', 'f/d', 'f/e'];
  const states: ItemState[] = ids.map(() => 'ready');
  const items = {
    indexOf: (id: string) => ids.indexOf(id),
    hash: (index: number) => `hash ${index}`,
    row: (index: number) => ({ state: states[index]! }),
  };
  const lesson = () => lessonOf(document, 1, (item) => ids.indexOf(item));
  const calls: string[] = [];
  const told: TrainingState[] = [];
  const engine = { gone: false };
  const parts = {
    store: { document, apply, readOnly: null },
    library: { items, progress: { state: 'idle' } },
    engine: {
      call: async (name: string, arg: { file?: string }) => {
        calls.push(name);
        if (engine.gone) throw new EngineGone('gone');
        if (name === 'writeHead') await fs.writeFile(arg.file!, 'weights');
        if (name !== 'startHead') return undefined;
        const { samples } = lesson();
        return {
          run: calls.filter((one) => one === 'startHead').length,
          rows: samples.map((s) => s.index),
          classes: ['p', 'q'],
        };
      },
    },
    files: new HeadFiles(path.join(folder, 'heads'), false),
    lesson,
    changed: (state: TrainingState) => told.push(state),
    known: () => heads.headFor(lesson()),
  };
  const heads: Heads = new Heads(parts as unknown as HeadsParts);
  for (const id of ['p', 'q'])
    await apply({ name: 'addClass', class: { id, name: id, colour: 1, key: null, kind: 'class' } });
  const label = (item: string, own: string | null) =>
    apply({ name: 'label', items: [item], class: own, how: 'hand' });
  for (const [item, own] of [
    ['f/a', 'p'],
    ['f/b', 'p'],
    ['f/c', 'q'],
    ['f/d', 'q'],
  ] as const)
    await label(item, own);
  const ready = () => heads.reported({ run: heads.state.run ? 1 : 0, kind: 'ready', outcome: OUTCOME });
  return { heads, apply, label, calls, told, engine, folder, states, ready, lesson, document };
}

const kept = async () => {
  const all = await project();
  await all.heads.start(REQUEST);
  all.ready();
  await all.heads.keep();
  await expect.poll(() => all.heads.state.standing.kind).toBe('kept');
  return all;
};

describe('a run', () => {
  it('is kept as a decision with its weights beside it, and then used', async () => {
    const { heads, document, folder, lesson } = await kept();
    const { head } = document.settings;
    expect(head).toMatchObject({ method: 'softmax', steps: null, seed: 1 });
    expect((await fs.readdir(path.join(folder, 'heads'))).sort()).toEqual([
      `${head!.of}.head`,
      `${head!.of}.json`,
    ]);
    expect(heads.headFor(lesson())).toMatchObject({ of: head!.of, classes: ['p', 'q'], calibrated: false });
    expect(heads.state).toMatchObject({ run: null, standing: { kind: 'kept', unknown: 0, newClasses: [] } });
  });

  it('keeps what was measured of none of these, and its record is read where that is not in it', async () => {
    const { heads, document, folder, lesson } = await kept();
    expect(heads.headFor(lesson())!.rejection).toEqual(OUTCOME.rejection);
    const text = await fs.readFile(path.join(folder, 'heads', `${document.settings.head!.of}.json`), 'utf8');
    const { rejection, ...older } = JSON.parse(text) as Record<string, unknown>;
    expect(rejection).toEqual(OUTCOME.rejection);
    expect(decodeRecord(JSON.stringify(older))).toEqual(older);
  });

  it('goes on with its copy when labels are given meanwhile, and says so', async () => {
    const { heads, label, ready } = await project();
    await heads.start(REQUEST);
    await label('f/e', 'p');
    expect(heads.state.run).toMatchObject({ status: 'running', unfit: null });
    expect(heads.state.run!.changed).toContain('1 label was given since it began');
    ready();
    await heads.keep();
    await expect.poll(() => heads.state.standing).toMatchObject({ kind: 'kept', unknown: 1 });
  });

  it('cannot be kept once a class that it learns from is emptied, until that is undone', async () => {
    const { heads, label, ready, calls } = await project();
    await heads.start(REQUEST);
    await label('f/c', null);
    await label('f/d', null);
    expect(heads.state.run!.unfit).toContain('2 images that it learnt from were taken away');
    ready();
    await expect(heads.keep()).rejects.toThrow('This head cannot be kept');
    expect(calls).not.toContain('writeHead');
    await label('f/c', 'q');
    await label('f/d', 'q');
    expect(heads.state.run!.unfit).toBeNull();
    await heads.keep();
  });

  it('that fails, is cancelled or dies with the engine leaves what was in use', async () => {
    const { heads, engine } = await kept();
    for (const report of [
      { run: 2, kind: 'failed', why: 'The loss was no number.', forPerson: true } as const,
      { run: 3, kind: 'cancelled' } as const,
    ]) {
      await heads.start(REQUEST);
      heads.reported(report);
      expect(heads.state.run!.status).toBe(report.kind);
      await expect(heads.keep()).rejects.toThrow('There is no trained head to keep');
    }
    await heads.start(REQUEST);
    heads.engineGone();
    expect(heads.state.run).toMatchObject({ status: 'failed' });
    expect(heads.state.run!.trouble).toContain('what was in use before still is');
    expect(heads.state.standing.kind).toBe('kept');
    engine.gone = true;
    await expect(heads.start(REQUEST)).rejects.toThrow('The engine is being started again');
    await heads.cancel();
  });

  it('hears nothing of an earlier one', async () => {
    const { heads } = await project();
    await heads.start(REQUEST);
    await heads.start(REQUEST);
    heads.reported({ run: 1, kind: 'ready', outcome: OUTCOME });
    expect(heads.state.run!.status).toBe('running');
  });
});

describe('a kept head', () => {
  it('is never used once something it learnt from is taken away, and is again when that is given back', async () => {
    const { heads, label, lesson } = await kept();
    await label('f/a', null);
    expect(heads.headFor(lesson())).toBeNull();
    expect(heads.state.standing).toMatchObject({ kind: 'out of use' });
    await label('f/a', 'p');
    expect(heads.headFor(lesson())).not.toBeNull();
    await label('f/a', 'q');
    expect(heads.headFor(lesson())).toBeNull();
  });

  it('waits while images are looked up, and is not used while one is gone', async () => {
    const { heads, states, lesson } = await kept();
    states[0] = 'waiting';
    expect(heads.headFor(lesson())).toBeNull();
    expect(heads.state.standing.kind).toBe('waiting');
    states[0] = 'gone';
    expect(heads.headFor(lesson())).toBeNull();
    expect(heads.state.standing.kind).toBe('out of use');
    states[0] = 'ready';
    expect(heads.headFor(lesson())).not.toBeNull();
  });

  it('says why the engine did not use it, and goes back to imprinting by one command', async () => {
    const { heads, apply, lesson } = await kept();
    heads.answered('It cannot be appended.');
    expect(heads.state.standing).toMatchObject({ kind: 'out of use', why: 'It cannot be appended.' });
    heads.answered(null);
    expect(heads.state.standing.kind).toBe('kept');
    await apply({ name: 'setSettings', changes: { head: null } });
    expect(heads.state.standing).toEqual({ kind: 'imprinting' });
    expect(heads.headFor(lesson())).toBeNull();
  });

  it('is gone with its files, which is said', async () => {
    const { folder, document, lesson } = await kept();
    await fs.rm(path.join(folder, 'heads'), { recursive: true });
    const again = await project();
    again.document.settings.head = document.settings.head;
    again.heads.headFor(lesson());
    await expect.poll(() => again.heads.state.standing).toMatchObject({ kind: 'out of use', head: null });
  });
});
