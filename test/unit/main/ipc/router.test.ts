/** @file The wrapper around every call: who, what, and how errors travel. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallResult } from '../../../../main/contract/calls';
import { PersonError } from '../../../../main/contract/errors';
import type { Handlers } from '../../../../main/ipc/router';

type Listener = (event: object, ...args: unknown[]) => Promise<CallResult<unknown>>;
const listeners = vi.hoisted(() => new Map<string, Listener>());
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
}));
vi.mock('../../../../main/shell/log', () => ({ log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

const { route } = await import('../../../../main/ipc/router');

const forget = vi.fn();
const ours = { from: 'the window' };

beforeEach(() => {
  listeners.clear();
  forget.mockReset();
  const handlers = { 'project:forgetRecent': forget } as Partial<Handlers> as Handlers;
  route(handlers, (event) => (event as object) === ours);
});

const call = async (event: object, ...args: unknown[]): Promise<CallResult<unknown>> => {
  const listener = listeners.get('project:forgetRecent');
  if (!listener) throw new Error('The channel is not routed.');
  return listener(event, ...args);
};

describe('a call', () => {
  it('of the window reaches its handler with what was sent', async () => {
    forget.mockReturnValue('done');
    expect(await call(ours, 'id')).toEqual({ result: 'done' });
    expect(forget).toHaveBeenCalledExactlyOnceWith('id');
  });

  it('of anyone else reaches nothing', async () => {
    const answer = await call({ from: 'elsewhere' }, 'id');
    expect(answer).toHaveProperty('error.name', 'Refused');
    expect(answer).toHaveProperty('error.message', expect.stringContaining('the sender is not the window'));
    expect(forget).not.toHaveBeenCalled();
  });

  it.each([[[]], [['id', 'more']], [[7]], [[null]], [[['id']]], [['']], [['x'.repeat(201)]]])(
    'with %j reaches nothing',
    async (args) => {
      expect(await call(ours, ...args)).toHaveProperty('error.name', 'Refused');
      expect(forget).not.toHaveBeenCalled();
    },
  );

  it('that fails for a reason tells the person the reason', async () => {
    forget.mockRejectedValue(new PersonError('It is gone.', 'ENOENT'));
    const error = { name: 'PersonError', message: 'It is gone.', detail: 'ENOENT' };
    expect(await call(ours, 'id')).toEqual({ error });
  });

  it('that fails unforeseen tells no insides as its message', async () => {
    forget.mockImplementation(() => {
      throw new TypeError('x is undefined');
    });
    const answer = await call(ours, 'id');
    expect(answer).toHaveProperty('error.name', 'Unexpected');
    expect(answer).toHaveProperty('error.message', expect.not.stringContaining('undefined'));
  });
});
