/** @file The Evaluate view's state: whose answers are looked at, which images a cell holds, and comparisons. */
import { describe, expect, it } from 'vitest';
import type { KeptContest, Overview } from '../../../../main/contract/areas/evaluating';
import type { MethodResult } from '../../../../main/contract/evaluation';
import { answeredBy, figureOf } from '../fake/evaluating';
import { openFake } from '../fake/session';

async function evaluated() {
  const fixture = await openFake({ count: 12 });
  const { main, session, addClasses } = fixture;
  const ids = await addClasses('A', 'B');
  const items = session.project.items.map(({ id }) => id);
  const classes = ids.map((id, at) => {
    return { id, name: 'AB'[at] ?? '', kind: 'class' as const, images: 4, groups: 4 };
  });
  const overview: Overview = {
    revision: 1,
    classes,
    estimate: answeredBy(items, [
      [2, 1, 0],
      [0, 3, 0],
    ]),
    whyNoEstimate: null,
    check: null,
    whyNoCheck: 'Not measured yet.',
    rejection: null,
    notes: [],
  };
  main.evaluation.overview = overview;
  await session.evaluating.refresh();
  return { ...fixture, overview, items, evaluating: session.evaluating };
}

function contestOf(ids: readonly string[], items: readonly string[], id = 'one'): KeptContest {
  const { perClass, confusion, reliability } = answeredBy(items, [
    [1, 2, 0],
    [0, 3, 0],
  ]);
  const result = {
    method: 'softmax',
    accuracy: figureOf(0.5),
    perClass,
    confusion,
    reliability,
    failed: null,
  } as Partial<MethodResult> as MethodResult;
  const protocol = {} as KeptContest['protocol'];
  const rest = { at: '2026-01-01T00:00:00.000Z', revision: 1, protocol, sentence: 'No difference.' };
  const named = { classes: ['A', 'B'], classIds: [...ids], items: [...items] };
  return { ...rest, ...named, id, results: [result] } as KeptContest;
}

describe('the figures', () => {
  it('are the estimate’s while nothing was checked, and begin with the worst mistake', async () => {
    const { evaluating } = await evaluated();
    expect(evaluating.shown?.source).toEqual({ from: 'estimate' });
    expect(evaluating.place).toEqual({ row: 0, column: 1 });
    expect(evaluating.rowsOf({ row: 0, column: 1 })).toEqual([2]);
  });

  it('are the check’s as soon as there are any, unless others were chosen', async () => {
    const { evaluating, items, main, overview } = await evaluated();
    const check = answeredBy(items, [
      [4, 0, 0],
      [2, 4, 0],
    ]);
    main.evaluation.overview = { ...overview, check };
    await evaluating.refresh();
    expect(evaluating.shown?.source).toEqual({ from: 'check' });
    expect(evaluating.place).toEqual({ row: 1, column: 0 });
    evaluating.choose({ from: 'estimate' });
    expect(evaluating.shown?.answers).toEqual(overview.estimate);
  });

  it('stay while newer ones are asked for, and are asked for once for many wishes', async () => {
    const { evaluating, main, overview } = await evaluated();
    const asked = () => main.calls.filter(([channel]) => channel === 'evaluation:overview').length;
    const before = asked();
    const wishes = [evaluating.refresh(), evaluating.refresh(), evaluating.refresh()];
    expect(evaluating.overview).toEqual(overview);
    await Promise.all(wishes);
    await expect.poll(asked).toBe(before + 2);
  });

  it('forget a cell of a matrix that has become smaller', async () => {
    const { evaluating, items, main, overview } = await evaluated();
    evaluating.lookAt({ row: 1, column: 1 });
    expect(evaluating.place).toEqual({ row: 1, column: 1 });
    main.evaluation.overview = { ...overview, estimate: answeredBy(items, [[3, 0]]) };
    await evaluating.refresh();
    expect(evaluating.place).toEqual({ row: 0, column: 0 });
  });

  it('lead to their images in the grid, and to no others', async () => {
    const { evaluating, session } = await evaluated();
    evaluating.show(evaluating.rowsOf({ row: 1, column: 1 }), 'B, right');
    expect(session.view.name).toBe('label');
    expect([...Array(session.view.list.length).keys()].map((at) => session.view.list.rowAt(at))).toEqual([
      ...[3, 4, 5],
    ]);
  });
});

describe('a comparison', () => {
  it('always has imprinting in it, and needs one more', async () => {
    const { contest } = (await evaluated()).evaluating;
    contest.toggle('imprinting');
    expect(contest.takesPart('imprinting')).toBe(true);
    for (const method of contest.methods.slice(1)) contest.toggle(method);
    expect(contest.methods).toEqual(['imprinting']);
    await contest.begin();
    expect(contest.running).toBe(false);
  });

  it('has the two slow methods only while all are wanted', async () => {
    const { contest } = (await evaluated()).evaluating;
    expect(contest.offered).not.toContain('triplet');
    contest.all = true;
    contest.toggle('triplet');
    expect(contest.methods).toContain('triplet');
    contest.all = false;
    expect(contest.methods).not.toContain('triplet');
  });

  it('asks for what was chosen, and shows what comes', async () => {
    const { evaluating, items, main, session } = await evaluated();
    const { contest } = evaluating;
    contest.kind = 'k-fold';
    contest.folds = 3;
    await contest.begin();
    const [, request] = main.calls.find(([channel]) => channel === 'evaluation:contest') ?? [];
    expect(request).toMatchObject({ rule: { kind: 'k-fold', folds: 3 }, seed: 1 });
    const kept = contestOf(
      session.project.document.classes.map(({ id }) => id),
      items,
    );
    const progress = { method: 'softmax' as const, done: 1, total: 4, secondsLeft: null };
    contest.take({ contest: null, progress, failed: null });
    expect(contest.running).toBe(true);
    contest.take({ contest: kept, progress: null, failed: null });
    expect(contest.kept.map(({ id }) => id)).toEqual(['one']);
    expect(contest.shown?.id).toBe('one');
  });

  it('can be looked at closer, method by method, and then be left for others', async () => {
    const { evaluating, items, session } = await evaluated();
    const kept = contestOf(
      session.project.document.classes.map(({ id }) => id),
      items,
    );
    evaluating.contest.take({ contest: kept, progress: null, failed: null });
    evaluating.lookCloser('softmax');
    expect(evaluating.question).toBe('confusion');
    expect(evaluating.place).toEqual({ row: 0, column: 1 });
    expect(evaluating.nameOf({ from: 'contest', method: 'softmax' })).toBe('Comparison: Cosine softmax');
    evaluating.choose({ from: 'estimate' });
    expect(evaluating.sources).toEqual([{ from: 'estimate' }]);
  });

  it('that is opened stays when the state is told again, and goes when it is deleted', async () => {
    const { evaluating, items, main } = await evaluated();
    const { contest } = evaluating;
    main.evaluation.contests = [contestOf([], items, 'new'), contestOf([], items, 'old')];
    main.evaluation.state = { contest: main.evaluation.contests[0] ?? null, progress: null, failed: null };
    await contest.start();
    expect(contest.shown?.id).toBe('new');
    await contest.open('old');
    contest.take(main.evaluation.state);
    expect(contest.shown?.id).toBe('old');
    await contest.forget('old');
    expect([contest.shown, contest.kept.map(({ id }) => id)]).toEqual([null, ['new']]);
  });
});

it('a class that must not be missed: what was chosen last is what is shown', async () => {
  const { evaluating, main, session } = await evaluated();
  const { operating } = evaluating;
  const counts = { n: 8, groups: 8 };
  const curve = { class: 0, scale: 'confidence' as const, points: [], chosen: null, cases: counts };
  main.evaluation.operating = {
    ...curve,
    others: counts,
    needed: 29,
    wanted: 0.1,
    why: 'Few.',
    sentence: '',
    perClass: [],
  };
  expect(operating.curve).toBeNull();
  await operating.choose(session.project.document.classes[0]?.id ?? null);
  expect(operating.curve?.needed).toBe(29);
  await operating.allow(0.05);
  const asked = main.calls.filter(([channel]) => channel === 'evaluation:operating').map(([, one]) => one);
  expect(asked).toEqual([expect.objectContaining({ miss: 0.1 }), expect.objectContaining({ miss: 0.05 })]);
  await operating.choose(null);
  expect(operating.curve).toBeNull();
});

it('what the base lost is not measured until a folder was given', async () => {
  const { evaluating, main } = await evaluated();
  const { base } = evaluating;
  await base.measure();
  expect([base.receipt, base.running]).toEqual([null, false]);
  main.evaluation.receipt = {
    ...{ at: '2026-01-01T00:00:00.000Z', revision: 1, folder: 'Base', images: 40, classes: 8 },
    ...{ before: figureOf(0.8), after: figureOf(0.7), join: 'replace' as const, lost: 4, sentence: '' },
  };
  await base.measure();
  expect(base.receipt?.lost).toBe(4);
});
