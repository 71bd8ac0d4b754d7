/**
 * @file The least that a virtual grid can be: recycled cells at absolute places, a picture and a line of words in each, a
 * key that labels the focused one. The bench puts the app's window beside it.
 */
(() => {
  const COLUMNS = 4;
  const STEP = { x: 172, y: 158 };
  const [count, pictures] = new URLSearchParams(location.search).get('of').split(',').map(Number);
  const grid = document.getElementById('grid');
  const all = document.getElementById('all');
  const lines = Math.ceil(count / COLUMNS);
  const drawn = Math.ceil(grid.clientHeight / STEP.y) + 7;
  const labels = new Map();
  let focus = 0;
  all.style.height = `${lines * STEP.y}px`;

  const cells = Array.from({ length: drawn * COLUMNS }, () => {
    const cell = document.createElement('div');
    cell.className = 'cell';
    cell.innerHTML = '<img decoding="async" alt="" /><div class="words"></div>';
    all.append(cell);
    return { cell, row: -1 };
  });

  function show(one, row) {
    const { cell } = one;
    cell.classList.toggle('focused', row === focus);
    cell.setAttribute('aria-label', `labelled ${labels.get(row) ?? ''}`);
    cell.lastChild.textContent = labels.get(row) ?? '';
    if (one.row === row) return;
    one.row = row;
    cell.id = `cell-${row}`;
    cell.dataset.row = row;
    cell.style.transform = `translate(${(row % COLUMNS) * STEP.x}px, ${Math.floor(row / COLUMNS) * STEP.y}px)`;
    cell.hidden = row >= count;
    const image = document.createElement('img');
    image.decoding = 'async';
    // As in the app, every image has an address of its own, though the pictures repeat.
    image.src = `img://thumb/${row % pictures}?${row}`;
    cell.firstChild.replaceWith(image);
  }

  function draw() {
    const first = Math.max(0, Math.floor(grid.scrollTop / STEP.y) - 3);
    for (let line = first; line < first + drawn; line++)
      for (let column = 0; column < COLUMNS; column++)
        show(cells[(line % drawn) * COLUMNS + column], line * COLUMNS + column);
    grid.setAttribute('aria-activedescendant', `cell-${focus}`);
  }

  grid.addEventListener('scroll', draw);
  addEventListener('keydown', ({ key }) => {
    if (!/^[0-9]$/.test(key)) return;
    labels.set(focus, key === '1' ? 'bench 01' : 'bench 02');
    focus++;
    draw();
  });
  draw();
})();
