/** @file In a list of rows with buttons the arrow keys lead from button to button, so that Tab need not. */

/** @param list holds elements marked `data-line`, and in them what can be pressed */
export function moveByArrows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const down = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const at = document.activeElement;
  if ((step ?? down) === undefined || !(at instanceof HTMLElement)) return;
  const list = event.currentTarget;
  const next = step === undefined ? inNextLine(list, at, down ?? 0) : beside(list, at, step);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** From the line with the focus to the next one, or to the first where none has it. */
export function stepLine(list: HTMLElement, step: number): void {
  const at = document.activeElement;
  const next = at instanceof HTMLElement ? inNextLine(list, at, step) : null;
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const STOPS = 'button:not(:disabled), input:not(:disabled)';

function beside(list: HTMLElement, at: HTMLElement, step: number): HTMLElement | undefined {
  const stops = [...list.querySelectorAll<HTMLElement>(STOPS)];
  return stops[stops.indexOf(at) + step];
}

/** Lines are recycled while scrolling, so their order is that of their place. */
function inNextLine(list: HTMLElement, at: HTMLElement, step: number): HTMLElement | null {
  const lines = [...list.querySelectorAll<HTMLElement>('[data-line]')];
  lines.sort((a, b) => Number(a.dataset['line']) - Number(b.dataset['line']));
  const line = at.closest<HTMLElement>('[data-line]');
  const next = lines[(line ? lines.indexOf(line) : -1) + step];
  return next?.querySelector<HTMLElement>(STOPS) ?? null;
}
