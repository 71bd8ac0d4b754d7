import { describe, expect, test, vi } from 'vitest';
import { Engine, EngineGone, type EngineProcess } from '../../../../main/engine/supervisor';
import type { Request } from '../../../../main/engine/rpc';

/** A process that can be made to end, which a real one will not do at a given moment. */
class Double implements EngineProcess {
  readonly pid = 1;
  readonly posted: Request[] = [];
  #message: (message: unknown) => void = () => undefined;
  #exit: (code: number) => void = () => undefined;
  post(message: unknown): void {
    this.posted.push(message as Request);
  }
  kill(): void {
    this.#exit(0);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener;
  }
  onExit(listener: (code: number) => void): void {
    this.#exit = listener;
  }
  say(message: unknown): void {
    this.#message(message);
  }
  end(code: number): void {
    this.#exit(code);
  }
}

function started() {
  const processes: Double[] = [];
  const troubles: (string | null)[] = [];
  const onGone = vi.fn();
  const onStart = vi.fn(() => Promise.resolve());
  const engine = new Engine({
    fork: () => {
      const child = new Double();
      processes.push(child);
      return child;
    },
    onStart,
    onEvent: () => undefined,
    onGone,
    onTrouble: (sentence) => troubles.push(sentence),
    backOff: () => 0,
  });
  return { engine, processes, troubles, onGone, onStart };
}

describe('the engine under supervision', () => {
  test('answers calls', async () => {
    const { engine, processes } = started();
    await engine.start();
    const memory = engine.call('memory', undefined);
    processes[0]?.say({ kind: 'reply', id: processes[0].posted[0]?.id, result: { rss: 1, tensors: 2 } });
    expect(await memory).toEqual({ rss: 1, tensors: 2 });
  });

  test('rejects pending calls when it ends, is started again, and says so meanwhile', async () => {
    const { engine, processes, troubles, onGone, onStart } = started();
    await engine.start();
    const pending = engine.call('memory', undefined);
    processes[0]?.end(134);
    await expect(pending).rejects.toBeInstanceOf(EngineGone);
    await expect(engine.call('memory', undefined)).rejects.toBeInstanceOf(EngineGone);
    await engine.ready();
    expect(processes).toHaveLength(2);
    expect(onGone).toHaveBeenCalledTimes(1);
    expect(onStart).toHaveBeenCalledTimes(2);
    expect(troubles).toEqual([null, expect.stringContaining('Nothing is lost'), null]);
  });

  test('goes on trying while each new process ends at once', async () => {
    const { engine, processes, onStart } = started();
    onStart.mockImplementationOnce(() => Promise.resolve());
    await engine.start();
    onStart.mockImplementationOnce(() => {
      processes.at(-1)?.end(1);
      return Promise.reject(new EngineGone('ended while starting'));
    });
    processes[0]?.end(1);
    await vi.waitFor(() => expect(processes).toHaveLength(3));
    await engine.ready();
    expect(onStart).toHaveBeenCalledTimes(3);
  });

  test('is not started again once it was stopped', async () => {
    const { engine, processes, troubles } = started();
    await engine.start();
    engine.stop();
    expect(processes).toHaveLength(1);
    expect(troubles).toEqual([null]);
    await expect(engine.start()).rejects.toBeInstanceOf(EngineGone);
    expect(processes).toHaveLength(1);
  });

  test('keeps nobody waiting once it was stopped, though its process hangs', async () => {
    const { engine, processes, onGone } = started();
    await engine.start();
    vi.spyOn(processes[0]!, 'kill').mockReturnValue();
    const pending = engine.call('memory', undefined);
    engine.stop();
    await expect(pending).rejects.toBeInstanceOf(EngineGone);
    processes[0]?.end(0);
    expect(onGone).not.toHaveBeenCalled();
  });
});
