/** @file Calls to main that tell the person when they fail, in main's own sentence and never with a stack. */
import type { Calls, StudioBridge, WindowChannel } from '../../main/contract/calls';
import type { Notices } from './notices.svelte';

export class Client {
  readonly bridge: StudioBridge;
  readonly #notices: Notices;

  constructor(bridge: StudioBridge, notices: Notices) {
    this.bridge = bridge;
    this.#notices = notices;
  }

  /** The call's answer; undefined when it failed, after a notice with the title said so. */
  async ask<C extends WindowChannel>(
    title: string,
    channel: C,
    ...args: Parameters<Calls[C]>
  ): Promise<ReturnType<Calls[C]> | undefined> {
    return this.attempt(title, () => this.bridge.call(channel, ...args));
  }

  async attempt<T>(title: string, call: () => Promise<T>): Promise<T | undefined> {
    try {
      return await call();
    } catch (error) {
      this.#notices.error(title, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}
