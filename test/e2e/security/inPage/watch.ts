/** @file Runs in the window: keeps what the page's policy refuses of the app itself. Each function stands alone. */
import type { PageDocument } from '../dom';

declare const document: PageDocument;
declare global {
  var refused: string[] | undefined;
}

export function watch(): void {
  globalThis.refused = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    globalThis.refused?.push(`${effectiveDirective} ${blockedURI}`);
  });
}

export const refused = (): string[] | undefined => globalThis.refused;
