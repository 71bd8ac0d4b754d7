/** @file The focus belongs to the images, so that the keys work on from there. */

/** What had the focus is gone. */
export function focusGrid(): void {
  const shown = document.querySelector<HTMLElement>('[data-preview]');
  (shown ?? document.querySelector<HTMLElement>('[data-grid]'))?.focus({ preventScroll: true });
}

/** To the image that is shown large, or else to the grid. */
export function focusImages(): void {
  const preview = document.querySelector<HTMLElement>('[data-preview]');
  if (preview) preview.focus({ preventScroll: true });
  else focusGrid();
}

/** For menus and dialogs, which else give the focus back to what opened them. */
export function backToGrid(event: Event): void {
  event.preventDefault();
  focusGrid();
}

/** A click on a button leaves the focus with the images; whoever uses Tab still gets to the button. */
export function keepFocusInGrid(event: MouseEvent): void {
  const inGrid = document.activeElement?.matches('[data-grid], [data-preview], body') ?? true;
  if (inGrid && event.target instanceof Element && event.target.closest('button')) event.preventDefault();
}

/** What comes in the place of that which had it gets the focus. */
export function takeFocus(element: HTMLElement): void {
  element.focus();
}
