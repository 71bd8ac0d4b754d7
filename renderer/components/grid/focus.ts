/** @file Where the focus goes when what had it is gone: back to the images, so that the keys work on. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('[data-grid]')?.focus({ preventScroll: true });
}
