/** @file Room for everything at the smallest size. */
import { expect, type Studio } from './studio';

/** Elements that reach out of the window, and words of buttons that are cut off. */
const CRAMPED = `[...document.querySelectorAll('body *')].flatMap((element) => {
  const { left, right, width } = element.getBoundingClientRect();
  if (width === 0 || element.closest('.unseen')) return [];
  const outside = left < -0.5 || right > innerWidth + 0.5;
  const cut = element.matches('button:not(:has(.ellipsis))') && element.scrollWidth > element.clientWidth + 1;
  return outside || cut ? [element.outerHTML.slice(0, 120)] : [];
})`;

/** What is to be seen of an element: what scrolls away below others does not lie upon them. */
const SEEN = `(element) => {
  let { left, right, top, bottom } = element.getBoundingClientRect();
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === 'visible') continue;
    const frame = around.getBoundingClientRect();
    [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
    [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
  }
  return { left, right, top, bottom };
}`;

/** Pairs of controls that lie upon each other. */
const OVERLAPPING = `[...document.querySelectorAll('button, input, [role=listbox], aside, header, footer')]
  .map((element) => ({ element, box: (${SEEN})(element) }))
  .filter(({ element, box }) => box.right > box.left && getComputedStyle(element).opacity !== '0')
  .flatMap(({ element, box }, i, all) => all.slice(i + 1).flatMap((other) => {
    if (element.contains(other.element) || other.element.contains(element)) return [];
    const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
    const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
    return wide > 1 && high > 1 ? [element.outerHTML.slice(0, 80) + ' / ' + other.element.outerHTML.slice(0, 80)] : [];
  }))`;

/** What is shown fits into the smallest window; afterwards it is as large as it is at first. */
export async function expectRoomIn(studio: Studio): Promise<void> {
  const { page } = studio;
  await studio.resize(1024, 640);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1024);
  expect(await page.evaluate(CRAMPED)).toEqual([]);
  expect(await page.evaluate(OVERLAPPING)).toEqual([]);
  await studio.resize(1280, 800);
}
