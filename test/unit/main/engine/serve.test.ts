/** @file Nothing that is no input gets past the door of the processes that hold native code. */
import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { serve } from '../../../../main/engine/serve';

const listeners = process.listeners('unhandledRejection');

afterEach(() => {
  // The process of the tests must not end as an engine does.
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners) process.on('unhandledRejection', listener);
  vi.restoreAllMocks();
});

it('hands on inputs of the decoder and refuses anything else, saying so', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const parent = new EventEmitter();
  Object.assign(process, { parentPort: parent });
  const onInput = vi.fn();
  serve({}, onInput);
  const port = Object.assign(new EventEmitter(), { start: vi.fn() });
  parent.emit('message', { data: { kind: 'port' }, ports: [port] });
  expect(port.start).toHaveBeenCalledOnce();

  for (const data of [null, 'text', { id: 1 }]) port.emit('message', { data });
  expect(onInput).not.toHaveBeenCalled();
  expect(said).toHaveBeenCalledTimes(3);

  const framing = { kind: 'stretch' };
  const input = { id: 1, hash: 'a'.repeat(64), box: null, framing, pixels: new Uint8Array(3), size: 1 };
  port.emit('message', { data: input });
  expect(onInput).toHaveBeenCalledExactlyOnceWith(input);
});
