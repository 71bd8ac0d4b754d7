/** @file What main asks of the decoder. */
import type { Studio } from './studio';

/** How many files the decoder was sent from here on. */
export async function countReads({ app }: Studio): Promise<() => Promise<number>> {
  const count = await app.evaluateHandle(({ BrowserWindow, MessageChannelMain }) => {
    void BrowserWindow;
    const seen = { jobs: 0 };
    const port = Object.getPrototypeOf(new MessageChannelMain().port1) as {
      postMessage: (m: unknown) => void;
    };
    const post = port.postMessage;
    port.postMessage = function (message: unknown) {
      if (typeof message === 'object' && message !== null && 'wantInput' in message && message.wantInput)
        seen.jobs++;
      return post.call(this, message);
    };
    return seen;
  });
  return async () => (await count.jsonValue()).jobs;
}
