/** @file Runs in a window with the preload: calls that nobody in their right mind would make. Each stands alone. */
import type { StudioBridge } from '../../../../main/contract/calls';

declare const studio: StudioBridge;
interface AnyCalls {
  call(channel: string, ...args: unknown[]): Promise<unknown>;
}

/** @returns the sentence of the refusal, or 'answered' */
export async function send({ channel, args }: { channel: string; args: unknown[] }): Promise<string> {
  return (studio as unknown as AnyCalls).call(channel, ...args).then(
    () => 'answered',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** A label for more items than a project may have; made in the page because it would be long on the way there. */
export async function sendTooMany(): Promise<string> {
  const items = Array.from({ length: 200_001 }, (_, i) => `folder/${i}.jpg`);
  const command = { name: 'label', items, class: null, how: 'hand' } as const;
  return studio.call('project:apply', command).then(
    () => 'answered',
    (error: unknown) => (error as Error).message,
  );
}
