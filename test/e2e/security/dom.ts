/**
 * @file As much of a page as these tests touch. Tests are checked without the DOM's types, because main's code is
 * checked with them. Types only.
 */
export interface PageElement {
  [property: string]: unknown;
  append(...nodes: unknown[]): void;
  remove(): void;
  click(): void;
  submit(): void;
  setAttribute(name: string, value: string): void;
}

export interface PageDocument {
  head: PageElement;
  body: PageElement;
  createElement(tag: string): PageElement;
  createTextNode(text: string): unknown;
  addEventListener(event: string, listener: (event: Violation) => void): void;
  removeEventListener(event: string, listener: (event: Violation) => void): void;
}

/** A `securitypolicyviolation`. */
export interface Violation {
  effectiveDirective: string;
  blockedURI: string;
}
