/** @file Runs in pages and workers: tries to make code, markup or styles of text. Each function stands alone. */
import type { PageDocument, Violation } from '../dom';

declare const document: PageDocument;

/** @returns the names of what was thrown, or the values that code from text gave */
export async function runText(): Promise<unknown[]> {
  // A debugger's own code may do more than a page's; what runs in a later task is the page's.
  await new Promise((resolve) => setTimeout(resolve));
  const outcome = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return (error as Error).name;
    }
  };
  const indirect = globalThis.eval;
  const Code = Function;
  return [outcome(() => indirect('41 + 1')), outcome(() => (new Code('return 41 + 1') as () => number)())];
}

export interface Injected {
  ran: boolean;
  directives: string[];
}

/** A script, a handler, a style sheet and a frame, as text from a file might bring them. */
export async function inject(): Promise<Injected> {
  const directives = new Set<string>();
  const note = (event: Violation): void => void directives.add(event.effectiveDirective);
  const mark = 'globalThis.injected = true';
  const attempt = (work: () => void): void =>
    void Promise.resolve()
      .then(work)
      .catch(() => undefined);
  document.addEventListener('securitypolicyviolation', note);
  for (const tag of ['script', 'style']) {
    const element = document.createElement(tag);
    attempt(() => element.append(document.createTextNode(tag === 'script' ? mark : 'body { color: red }')));
    attempt(() => document.head.append(element));
  }
  const button = document.createElement('button');
  attempt(() => button.setAttribute('onclick', mark));
  attempt(() => button.click());
  const frame = Object.assign(document.createElement('iframe'), { src: 'app://studio/index.html' });
  attempt(() => document.body.append(frame));
  // The frame is refused last, and on a busy machine late.
  for (let look = 0; look < 30 && !directives.has('frame-src'); look++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  await new Promise((resolve) => setTimeout(resolve, 100));
  frame.remove();
  document.removeEventListener('securitypolicyviolation', note);
  return { ran: 'injected' in globalThis, directives: [...directives].sort() };
}

/** @returns the name of what was thrown, or null where text became markup */
export function makeMarkup(): string | null {
  try {
    document.createElement('div')['innerHTML'] = '<b>bold</b>';
    return null;
  } catch (error) {
    return (error as Error).name;
  }
}
