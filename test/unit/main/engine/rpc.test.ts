import { describe, expect, test } from 'vitest';
import { PersonError } from '../../../../main/contract/errors';
import { Caller, reply, type Request } from '../../../../main/engine/rpc';

describe('calls over a channel', () => {
  test('are matched to their replies, whatever the order', async () => {
    const sent: Request[] = [];
    const caller = new Caller((request) => sent.push(request));
    const first = caller.call('double', 2);
    const second = caller.call('double', 3);
    for (const request of [...sent].reverse())
      caller.settle(await reply({ double: (n: number) => n * 2 }, request));
    expect(await Promise.all([first, second])).toEqual([4, 6]);
    expect(caller.pending).toBe(0);
  });

  test('bring an error for the person back as one, with its detail', async () => {
    const fails = () => {
      throw new PersonError('The disk is full.', 'ENOSPC');
    };
    const answer = await reply({ fails }, { kind: 'call', id: 1, name: 'fails', arg: null });
    const caller = new Caller(() => undefined);
    const pending = caller.call('fails', null);
    caller.settle(answer);
    await expect(pending).rejects.toMatchObject({
      name: 'PersonError',
      message: 'The disk is full.',
      detail: 'ENOSPC',
    });
  });

  test('are refused where there is no such call, inherited names included', async () => {
    for (const name of ['missing', 'constructor', 'toString']) {
      const answer = await reply({}, { kind: 'call', id: 1, name, arg: null });
      expect(answer).toMatchObject({ error: { message: `There is no call named ${name}.` } });
    }
  });

  test('are all rejected when the other end is gone', async () => {
    const caller = new Caller(() => undefined);
    const pending = [caller.call('a', null), caller.call('b', null)];
    caller.rejectAll(new Error('gone'));
    const outcomes = await Promise.allSettled(pending);
    expect(outcomes.map((o) => o.status)).toEqual(['rejected', 'rejected']);
  });
});
