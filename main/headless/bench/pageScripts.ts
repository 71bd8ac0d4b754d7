/** @file What the bench does in the window's page, as a person would: look, click, scroll. Runs in main, as text for the page. */

const FRAMES = 'requestAnimationFrame(() => requestAnimationFrame(() => done(true)))';

/** Resolves once the page shows something and two frames of it were drawn. */
export const DRAWN = `new Promise((done) => {
  const look = () => (document.querySelector('main') ? ${FRAMES} : setTimeout(look, 5));
  look();
})`;

/** Clicks the project in the list of recent ones; resolves when all its images are read. */
export const openRecent = (project: string): string => `new Promise((done) => {
  window.studio.on('embedding:progress', ({ state, done: read, total }) => {
    if (state === 'idle' && total > 0 && read === total) done(true);
  });
  const look = () => {
    const button = [...document.querySelectorAll('button')].find(({ title }) => title === ${JSON.stringify(project)});
    return button ? button.click() : setTimeout(look, 20);
  };
  look();
})`;

/** Scrolls through the grid page by page, waiting for the pictures of each (two seconds at most). */
export const SCROLLED = `(async () => {
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const grid = document.querySelector('[data-grid]');
  const loaded = () => [...grid.querySelectorAll('img')].every((image) => image.complete);
  for (let top = 0; top < grid.scrollHeight; top += grid.clientHeight) {
    grid.scrollTop = top;
    await wait(60);
    for (let waited = 0; waited < 2000 && !loaded(); waited += 20) await wait(20);
  }
})()`;
