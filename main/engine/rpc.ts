/**
 * @file Calls over a message channel: numbered requests, each answered by a result or an error. Pure; main and the
 * engine each hold one end.
 */
import { PersonError, describe } from '../contract/errors';

export type Signatures = Record<string, (arg: never) => unknown>;
export interface Request {
  kind: 'call';
  id: number;
  name: string;
  arg: unknown;
}
export type Reply = { kind: 'reply'; id: number } & (
  { result: unknown } | { error: { message: string; detail: string | null; forPerson: boolean } }
);

/** The calling end: pending calls by number, all rejected at once when the other end is gone. */
export class Caller {
  #next = 1;
  readonly #pending = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();

  constructor(private readonly send: (request: Request) => void) {}

  get pending(): number {
    return this.#pending.size;
  }

  call(name: string, arg: unknown): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.send({ kind: 'call', id, name, arg });
    });
  }

  settle(reply: Reply): void {
    const waiting = this.#pending.get(reply.id);
    if (!waiting) return;
    this.#pending.delete(reply.id);
    if ('result' in reply) waiting.resolve(reply.result);
    else waiting.reject(revive(reply.error));
  }

  rejectAll(error: Error): void {
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of waiting) reject(error);
  }
}

function revive(error: { message: string; detail: string | null; forPerson: boolean }): Error {
  return error.forPerson ? new PersonError(error.message, error.detail) : new Error(error.message);
}

/** The answering end: runs the handler that the request names and turns what it throws into data. */
export async function reply(handlers: Signatures, request: Request): Promise<Reply> {
  const { id, name, arg } = request;
  try {
    if (!Object.hasOwn(handlers, name)) throw new Error(`There is no call named ${name}.`);
    const handler = handlers[name] as (arg: unknown) => unknown;
    return { kind: 'reply', id, result: await handler(arg) };
  } catch (error) {
    const detail = error instanceof PersonError ? error.detail : null;
    const forPerson = error instanceof PersonError;
    return { kind: 'reply', id, error: { message: describe(error), detail, forPerson } };
  }
}
