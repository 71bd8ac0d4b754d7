import { describe, expect, it } from 'vitest';
import type { TrainingState } from '../../../../main/contract/areas/training';
import { FineTuning } from '../../../../renderer/state/fineTuning.svelte';
import type { Parts } from '../../../../renderer/state/labelling';

function tuning(answers: Record<string, unknown> = {}) {
  const calls: unknown[][] = [];
  const client = {
    ask: (_title: string, ...call: unknown[]) => {
      calls.push(call);
      return Promise.resolve(answers[String(call[0])]);
    },
  };
  return { calls, state: new FineTuning({ client } as unknown as Parts) };
}

describe('fine-tuning in the window', () => {
  it('asks once what guesses come from, and takes what main tells by itself', async () => {
    const kept = { standing: { kind: 'waiting', head: null }, run: null } satisfies TrainingState;
    const { calls, state } = tuning({ 'training:state': kept });
    await Promise.all([state.want(), state.want()]);
    expect(calls).toEqual([['training:state'], ['tuning:state']]);
    expect(state.standing).toEqual(kept.standing);
    state.take({ standing: { kind: 'imprinting' }, run: null });
    expect(state.standing.kind).toBe('imprinting');
  });

  it('begins what was chosen: the head, or the last convolution too', async () => {
    const { calls, state } = tuning();
    state.method = 'nca';
    state.steps = 50;
    await state.start();
    state.depth = 'deep';
    await state.start();
    await state.keep();
    expect(calls).toEqual([
      ['training:start', { method: 'nca', steps: 50, seed: 1 }],
      ['tuning:start', { epochs: 10, seed: 1 }],
      ['tuning:keep'],
    ]);
  });

  it('goes back to imprinting by a command that undo knows', async () => {
    const { calls, state } = tuning();
    await state.goBack();
    expect(calls).toEqual([['project:apply', { name: 'setSettings', changes: { head: null } }]]);
  });

  it('offers the usual methods first, imprinting not among them', () => {
    const { state } = tuning();
    expect(state.offered[0]).toBe('softmax');
    expect(state.offered).not.toContain('triplet');
    state.all = true;
    expect(state.offered).toContain('wdae');
    expect(state.offered).not.toContain('balanced');
  });
});
