/** @file Runs in pages: every way to be somewhere else, or to open something else. Each function stands alone. */
import type { PageDocument } from '../dom';

declare const document: PageDocument;
declare const location: { href: string; replace(url: string): void; assign(url: string): void };
declare const window: { open(url: string, target?: string): unknown; history: { pushState: unknown } };

export const WAYS = ['assign', 'replace', 'anchor', 'blank', 'form', 'get', 'refresh', 'open'] as const;
export type Way = (typeof WAYS)[number];

/** Marks the page first, so that a new page in the same place is told from it. */
export function leave({ way, target }: { way: Way; target: string }): void {
  Object.assign(globalThis, { marked: true });
  const add = (
    tag: string,
    properties: Record<string, string>,
  ): ReturnType<PageDocument['createElement']> => {
    const element = Object.assign(document.createElement(tag), properties);
    (tag === 'meta' ? document.head : document.body).append(element);
    return element;
  };
  const ways: Record<Way, () => void> = {
    assign: () => location.assign(target),
    replace: () => location.replace(target),
    anchor: () => add('a', { href: target }).click(),
    blank: () => add('a', { href: target, target: '_blank' }).click(),
    form: () => add('form', { action: target, method: 'post' }).submit(),
    get: () => add('form', { action: target, method: 'get' }).submit(),
    refresh: () => add('meta', { httpEquiv: 'refresh', content: `0; url=${target}` }),
    open: () => window.open(target),
  };
  ways[way]();
}

export function isMarked(): boolean {
  return 'marked' in globalThis;
}

/** @returns whether `<webview>` is more than an unknown element here */
export function addWebview(): boolean {
  const webview = document.createElement('webview');
  webview.setAttribute('src', 'app://studio/index.html');
  document.body.append(webview);
  return typeof webview['getURL'] === 'function';
}
