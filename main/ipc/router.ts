/**
 * @file The one wrapper around every call from the window: who sends, what is sent, and how errors travel back.
 * It routes only; what a call does stands in the handler's own room. Runs in main.
 */
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { ZodError } from 'zod';
import type { CallResult, Calls, Channel } from '../contract/calls';
import { PersonError, describe } from '../contract/errors';
import { told, words } from '../../strings/words';
import { log } from '../shell/log';
import { argumentSchemas } from './validation';

/** What carries calls out: each as its signature says, at once or later. */
export type HandlersOf<Some> = {
  [C in keyof Some]: Some[C] extends (...args: infer A) => infer R ? (...args: A) => R | Promise<R> : never;
};
export type Handlers = HandlersOf<Calls>;

/** @param isTrusted whether the frame that sent the event is the window's own top frame on our own page */
export function route(handlers: Handlers, isTrusted: (event: IpcMainInvokeEvent) => boolean): void {
  for (const channel of Object.keys(handlers) as Channel[]) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => answer(channel, handlers, isTrusted(event), args));
  }
}

async function answer<C extends Channel>(
  channel: C,
  handlers: Handlers,
  trusted: boolean,
  args: unknown[],
): Promise<CallResult<ReturnType<Calls[C]>>> {
  if (!trusted) return refusal(channel, 'the sender is not the window');
  const checked = argumentSchemas[channel].safeParse(args);
  if (!checked.success) return refusal(channel, firstIssue(checked.error));
  try {
    const handler = handlers[channel] as (
      ...args: unknown[]
    ) => ReturnType<Calls[C]> | Promise<ReturnType<Calls[C]>>;
    return { result: await handler(...(checked.data as unknown[])) };
  } catch (error) {
    return failure(channel, error);
  }
}

/** One says enough, and a list of 200,000 wrong items would make as many. */
function firstIssue({ issues: [issue] }: ZodError): string {
  return issue ? `argument ${issue.path.join('.')}: ${issue.message}`.slice(0, 300) : 'not understood';
}

function refusal(channel: Channel, why: string): CallResult<never> {
  log.warn(`refused ${channel}: ${why}`);
  return { error: { name: 'Refused', message: told().shell.requestRefused(channel, why), detail: null } };
}

function failure(channel: Channel, error: unknown): CallResult<never> {
  if (error instanceof PersonError) {
    log.info(`${channel}: ${error.message} ${error.detail ?? ''}`.trimEnd());
    return { error: { name: error.name, message: error.message, detail: error.detail } };
  }
  log.error(`${channel} failed`, error);
  const message = words().faults.unexpected;
  return { error: { name: 'Unexpected', message, detail: describe(error) } };
}
