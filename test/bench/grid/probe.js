/**
 * @file What the bench of labelling looks at in a page, as a person would: whether pictures are painted, how evenly frames
 * come while it scrolls, when a label is seen. Given to the page as text, to the app's window and to the bare grid alike.
 * Times are ms since 1970 by the page's clock, which is main's as well.
 */
(() => {
  const GIVE_UP_MS = 30_000;
  const clock = () => performance.timeOrigin + performance.now();
  /** The next frame begins: what was in the document before is painted. */
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const grid = () => document.querySelector('[data-grid]');

  function inView() {
    const box = grid()?.getBoundingClientRect();
    if (!box) return [];
    return [...grid().querySelectorAll('[data-row]')].filter((cell) => {
      const { top, bottom } = cell.getBoundingClientRect();
      return bottom > box.top && top < box.bottom;
    });
  }

  const hasPicture = (cell) => {
    const image = cell.querySelector('img');
    return image !== null && image.complete && image.naturalWidth > 0;
  };

  /** When the first picture was painted, and when all in view were; null where that never came. */
  async function pictures() {
    let first = null;
    for (const end = clock() + GIVE_UP_MS; clock() < end; await frame()) {
      const cells = inView();
      if (cells.length === 0 || !cells.some(hasPicture)) continue;
      first ??= await painted();
      if (cells.every(hasPicture)) return { first, screen: await painted() };
    }
    return { first, screen: null };
  }

  async function painted() {
    await frame();
    await frame();
    return clock();
  }

  /**
   * Scrolls evenly, back again at the ends, and then waits for the pictures.
   * @returns [frames] ms from frame to frame, the longest task of 50 ms or more (0: none), ms until the pictures came
   */
  async function scroll(pixelsPerSecond, ms) {
    const box = grid();
    const tasks = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const frames = [];
    let [top, way, before] = [box.scrollTop, 1, await frame()];
    for (const end = before + ms; before < end;) {
      const now = await frame();
      frames.push(now - before);
      const most = box.scrollHeight - box.clientHeight;
      top += (way * pixelsPerSecond * (now - before)) / 1000;
      if (top < 0 || top > most) way = -way;
      top = Math.max(0, Math.min(most, top));
      box.scrollTop = top;
      before = now;
    }
    const stopped = clock();
    const { screen } = await pictures();
    observer.disconnect();
    return { frames, longestTask: Math.max(0, ...tasks), settled: screen === null ? null : screen - stopped };
  }

  let seen = null;

  /** From the next key on: until the cell that has the focus then shows a label with this name. */
  function awaitLabel(name) {
    seen = new Promise((done) => {
      addEventListener('keydown', (event) => void watch(event.timeStamp, name).then(done), {
        capture: true,
        once: true,
      });
    });
  }

  async function watch(pressed, name) {
    const id = grid().getAttribute('aria-activedescendant');
    const wanted = `labelled ${name}`;
    for (const end = performance.now() + GIVE_UP_MS; performance.now() < end;) {
      // The cell is named as it looks: both come from one place, in one change of the document.
      const cell = document.getElementById(id);
      const shown = cell?.getAttribute('aria-label')?.includes(wanted) ?? false;
      const began = await frame();
      if (shown) return began - pressed;
    }
    return null;
  }

  window.probe = {
    pictures,
    scroll,
    awaitLabel,
    /** ms from the key's event to the first frame after the one that shows the label; null where it never came. */
    label: () => seen,
    painted,
    /** Puts the list back to its top and the focus on the first image. */
    top: async () => {
      grid().scrollTop = 0;
      grid().focus();
      await painted();
    },
  };
})();
