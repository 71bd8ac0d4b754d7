/**
 * @file The map: its points as main last told them, what is drawn of them, and the tool in hand. Nothing jumps: a new
 * arrangement waits until the person's gesture has ended, and one that is worse than what is shown is not shown.
 */
import type { MapState as MapPoints } from '../../main/contract/areas/map';
import { GridList } from '../logic/gridList';
import { NONE } from '../logic/labels';
import { colour, type Colouring } from '../logic/map/colours';
import { PointIndex, type Direction } from '../logic/map/pointIndex';
import { arrangeable, offMap, rowsOnMap } from '../logic/map/rows';
import { toWorld, type Point } from '../logic/map/world';
import { describeCell } from '../logic/cell';
import { mapWords } from '../../strings';
import type { MapAction } from '../keyboard/places';
import type { Parts } from './labelling';
import type { Memory, Tool } from './memory';

/** The same images give the same map each time. */
const SEED = 1;
/** Fewer have no likeness to be arranged by. */
export const FEWEST = 3;

/** What keys and buttons do with the part of the map that is seen. The canvas provides it while it is there. */
export interface Viewfinder {
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  fit(): void;
  reveal(at: Point): void;
  middle(): Point;
}

const CLOSER = 1.5;
/** Where the map goes, pixels, when one looks in a direction. */
const AWAY = { left: [80, 0], right: [-80, 0], up: [0, 80], down: [0, -80] } as const;
const TOOL_OF = { toolMove: 'move', toolLasso: 'lasso', toolRectangle: 'rectangle' } as const;

const NOWHERE = new Float32Array(0);

interface Shown {
  method: MapPoints['method'];
  world: Float32Array;
}

export class MapState {
  readonly #parts: Parts;
  #shown = $state.raw<Shown | null>(null);
  #progress = $state.raw<MapPoints['progress']>(null);
  #asked = $state(false);
  #failed = $state(false);
  /** An arrangement that came in the middle of a gesture. */
  #waiting: Shown | null = null;
  #gestures = 0;
  #rows: Uint32Array = new Uint32Array(0);
  readonly #memory: Pick<Memory, 'kept' | 'keep'>;
  #tool = $state<Tool>('lasso');
  #colouring = $state<Colouring>('class');
  pictures = $state(true);
  /** Whether the legend is open; null: where there is room for it. */
  legend = $state<boolean | null>(null);
  viewfinder: Viewfinder | null = null;

  constructor(parts: Parts, memory: Pick<Memory, 'kept' | 'keep'>) {
    this.#parts = parts;
    this.#memory = memory;
    this.#tool = memory.kept.map.tool;
    this.#colouring = memory.kept.map.colouring;
  }

  get tool(): Tool {
    return this.#tool;
  }
  set tool(tool: Tool) {
    this.#tool = tool;
    this.#memory.keep({ map: { tool, colouring: this.#colouring } });
  }
  /** What the colours of the dots mean. */
  get colouring(): Colouring {
    return this.#colouring;
  }
  set colouring(colouring: Colouring) {
    this.#colouring = colouring;
    this.#memory.keep({ map: { tool: this.#tool, colouring } });
  }

  /** [count, 2] world coordinates; null until there is a first arrangement. */
  get world(): Float32Array | null {
    return this.#shown?.world ?? null;
  }
  get method(): MapPoints['method'] | null {
    return this.#shown?.method ?? null;
  }
  /** While an arrangement is being made. */
  get progress(): MapPoints['progress'] {
    return this.#progress;
  }
  get failed(): boolean {
    return this.#failed;
  }

  /** Rows on the map; the same array as long as they are the same, since much is made of it. */
  readonly rows: Uint32Array = $derived.by(() => {
    const world = this.world ?? NOWHERE;
    const rows = rowsOnMap(this.#parts.project.tables, world);
    if (!sameValues(rows, this.#rows)) this.#rows = rows;
    return this.#rows;
  });
  readonly index = $derived(new PointIndex(this.world ?? NOWHERE, this.rows));
  /** What keys and Select all reach while the map is shown. */
  readonly list = $derived.by(() => new GridList(this.rows, this.#parts.project.items.length));
  readonly coloured = $derived.by(() => {
    const { project } = this.#parts;
    return colour(project.tables, this.rows, this.colouring, project.document.classes);
  });
  readonly off = $derived.by(() => offMap(this.#parts.project.tables, this.world ?? NOWHERE));
  readonly arrangeable = $derived.by(() => arrangeable(this.#parts.project.tables));

  /** Asks for a first arrangement as soon as there is something to arrange. */
  want(): void {
    if (!this.#asked && this.arrangeable >= FEWEST) void this.start();
  }

  async start(): Promise<void> {
    this.#asked = true;
    this.#failed = false;
    const { client } = this.#parts;
    const call = () => client.bridge.call('map:start', { seed: SEED }).then(() => true);
    const done = await client.attempt(mapWords.couldNot.start, call);
    if (!done && this.#shown === null) this.#failed = true;
  }

  async cancel(): Promise<void> {
    await this.#parts.client.ask(mapWords.couldNot.cancel, 'map:cancel');
  }

  /** Takes over what main says. */
  take({ method, points, progress }: MapPoints): void {
    const ended = this.#progress !== null && progress === null;
    this.#progress = progress;
    const better = method === 'umap' || this.#shown === null || this.#shown.method === 'pca';
    if (!better) return;
    const next = { method, world: toWorld(points) };
    if (this.#gestures > 0 && this.#shown !== null) this.#waiting = next;
    else this.#show(next);
    if (ended && method === 'umap') this.#parts.notices.say(mapWords.moved);
  }

  /** A drag, a lasso, a turn of the wheel begins; the answered function ends it. */
  gesture(): () => void {
    this.#gestures++;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#gestures--;
      if (this.#gestures === 0 && this.#waiting) this.#show(this.#waiting);
    };
  }

  #show(next: Shown): void {
    this.#waiting = null;
    if (this.#shown && sameValues(this.#shown.world, next.world)) this.#shown.method = next.method;
    else this.#shown = next;
  }

  /** Selects these; `add` keeps what was selected. Says how many are selected now. */
  select(rows: readonly number[], add: boolean): void {
    const { selection, notices } = this.#parts;
    selection.select(rows, add);
    notices.say(mapWords.selected(selection.count));
  }

  selectEntry(place: number, add: boolean): void {
    const { entries } = this.coloured;
    this.select(
      [...this.rows].filter((row) => entries[row] === place),
      add,
    );
  }

  /** To the nearest image in a direction; `add` takes it into the selection. */
  step(direction: Direction, add: boolean): void {
    const { selection, notices } = this.#parts;
    const { index, viewfinder } = this;
    const middle = viewfinder?.middle() ?? { x: 0, y: 0 };
    const from = this.list.has(selection.focus) ? selection.focus : NONE;
    const to = from === NONE ? index.nearest(middle.x, middle.y) : index.next(from, direction);
    if (to === NONE) return notices.say(mapWords.endOfMap);
    selection.focusOn(to);
    if (add) selection.select([to], true);
    viewfinder?.reveal(index.at(to));
    this.announce(to);
  }

  zoom(where: 'in' | 'out'): void {
    this.viewfinder?.zoomBy(where === 'in' ? CLOSER : 1 / CLOSER);
  }

  /** To the Label view, which then lists what is selected here and nothing else. */
  showInGrid(): void {
    const { selection, view } = this.#parts;
    const rows = selection.targets(this.list);
    if (rows.length > 0) {
      view.show({ set: { key: 'map', title: mapWords.set(rows.length), rows: Uint32Array.from(rows) } });
    }
    view.open('label');
  }

  /** What a key does here. */
  carryOut(action: MapAction): void {
    switch (action.name) {
      case 'mapStep':
      case 'mapExtend':
        return this.step(action.direction, action.name === 'mapExtend');
      case 'mapPan': {
        const [dx, dy] = AWAY[action.direction];
        return this.viewfinder?.panBy(dx, dy);
      }
      case 'zoomIn':
        return this.zoom('in');
      case 'zoomOut':
        return this.zoom('out');
      case 'fitMap':
        return this.viewfinder?.fit();
      case 'showInGrid':
        return this.showInGrid();
      default:
        this.tool = TOOL_OF[action.name];
    }
  }

  announce(row: number): void {
    const { project, notices } = this.#parts;
    notices.say(describeCell(project.tables, project.classById, row)?.name ?? '');
  }
}

function sameValues(one: Float32Array | Uint32Array, other: Float32Array | Uint32Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (!Object.is(one[i], other[i])) return false;
  return true;
}
