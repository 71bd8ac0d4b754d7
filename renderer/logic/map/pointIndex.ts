/** @file Which points of the map are where: nearest, in a rectangle, in a lasso, next in a direction. Pure. Runs in the window. */
import { polygonContains } from 'd3-polygon';
import { quadtree, type Quadtree, type QuadtreeInternalNode, type QuadtreeLeaf } from 'd3-quadtree';
import { NONE } from '../labels';
import type { Point } from './world';

export type Direction = 'left' | 'right' | 'up' | 'down';

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Node = QuadtreeInternalNode<number> | QuadtreeLeaf<number>;

/** A step sideways counts so much more than one ahead, so that arrows lead straight on. */
const ASIDE = 2;

export class PointIndex {
  readonly #world: Float32Array;
  readonly #tree: Quadtree<number>;

  /** @param world [rows, 2] world coordinates @param rows those that are shown; each has coordinates */
  constructor(
    world: Float32Array,
    readonly rows: Uint32Array,
  ) {
    this.#world = world;
    this.#tree = quadtree<number>()
      .x((row) => world[2 * row] ?? 0)
      .y((row) => world[2 * row + 1] ?? 0)
      .addAll(Array.from(rows));
  }

  at(row: number): Point {
    return { x: this.#world[2 * row] ?? NaN, y: this.#world[2 * row + 1] ?? NaN };
  }

  /** The row nearest to a place and not further away than `radius`; NONE where there is none. */
  nearest(x: number, y: number, radius = Infinity): number {
    return this.#tree.find(x, y, radius) ?? NONE;
  }

  within({ left, top, right, bottom }: Bounds): number[] {
    const found: number[] = [];
    this.#tree.visit((node: Node, x0, y0, x1, y1) => {
      for (let leaf = leafOf(node); leaf; leaf = leaf.next) {
        const { x, y } = this.at(leaf.data);
        if (x >= left && x <= right && y >= top && y <= bottom) found.push(leaf.data);
      }
      return x0 > right || y0 > bottom || x1 < left || y1 < top;
    });
    return found.sort((a, b) => a - b);
  }

  /** Rows inside a closed line; fewer than three corners hold nothing. */
  inside(corners: readonly Point[]): number[] {
    if (corners.length < 3) return [];
    const polygon = corners.map(({ x, y }): [number, number] => [x, y]);
    return this.within(boundsOf(corners)).filter((row) => {
      const { x, y } = this.at(row);
      return polygonContains(polygon, [x, y]);
    });
  }

  /** The nearest row in a direction, within 45° of it; NONE where there is none. */
  next(from: number, direction: Direction): number {
    const start = this.at(from);
    let [best, least] = [NONE, Infinity];
    for (const row of this.rows) {
      const { x, y } = this.at(row);
      const [ahead, aside] = turned(x - start.x, y - start.y, direction);
      const cost = ahead + ASIDE * aside;
      if (row === from || ahead <= 0 || aside > ahead || cost >= least) continue;
      [best, least] = [row, cost];
    }
    return best;
  }
}

function leafOf(node: Node): QuadtreeLeaf<number> | undefined {
  return node.length === undefined ? node : undefined;
}

/** How far ahead, and how far to the side (never negative), a distance leads. */
function turned(dx: number, dy: number, direction: Direction): [number, number] {
  if (direction === 'left') return [-dx, Math.abs(dy)];
  if (direction === 'right') return [dx, Math.abs(dy)];
  return direction === 'up' ? [-dy, Math.abs(dx)] : [dy, Math.abs(dx)];
}

export function boundsOf(corners: readonly Point[]): Bounds {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

/** A drawn line keeps a corner only where it went at least so far, so that a slow hand costs nothing. */
export function lengthen(line: readonly Point[], to: Point, least: number): readonly Point[] {
  const last = line.at(-1);
  return last && Math.hypot(to.x - last.x, to.y - last.y) < least ? line : [...line, to];
}
