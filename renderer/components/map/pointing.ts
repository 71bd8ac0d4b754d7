/** @file The pointer over the map: hovering, clicking, and drawing a lasso or a rectangle. */
import { lengthen } from '../../logic/map/pointIndex';
import type { Point } from '../../logic/map/world';
import type { Tool } from '../../state/memory';

export interface PointingOptions {
  tool: () => Tool;
  hover: (at: Point | null) => void;
  click: (at: Point, add: boolean) => void;
  /** The line so far, pixels of the page; empty when it is over. */
  pen: (line: readonly Point[]) => void;
  /** A closed line was drawn. */
  drawn: (line: readonly Point[], add: boolean) => void;
  gesture: () => () => void;
}

/** Nearer to where the button went down, it is a click and no drag, pixels. */
const STILL = 4;
const LEFT = 0;
const MIDDLE = 1;

/** What a press of the mouse does: Alt always draws a lasso; Shift, where dragging moves, a rectangle. */
export function toolOf({ button, altKey, shiftKey }: MouseEvent, chosen: Tool): Tool | null {
  if (button === MIDDLE) return 'move';
  if (button !== LEFT) return null;
  if (altKey) return 'lasso';
  return chosen === 'move' && shiftKey ? 'rectangle' : chosen;
}

interface Press {
  tool: Tool;
  from: Point;
  line: readonly Point[];
  moved: boolean;
  end: () => void;
}

/** @returns lets go of the element */
export function attachPointing(element: HTMLElement, options: PointingOptions): () => void {
  const { tool, hover, click, pen, drawn, gesture } = options;
  let press: Press | null = null;

  const placeOf = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const finish = () => {
    press?.end();
    press = null;
    pen([]);
  };
  const down = (event: PointerEvent) => {
    const used = toolOf(event, tool());
    if (used === null) return;
    if (event.button === MIDDLE) event.preventDefault();
    const from = placeOf(event);
    press = { tool: used, from, line: [from], moved: false, end: used === 'move' ? () => {} : gesture() };
    if (used !== 'move') element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const at = placeOf(event);
    if (!press) return hover(at);
    press.moved ||= Math.hypot(at.x - press.from.x, at.y - press.from.y) >= STILL;
    if (!press.moved || press.tool === 'move') return hover(null);
    press.line = press.tool === 'lasso' ? lengthen(press.line, at, STILL) : corners(press.from, at);
    hover(null);
    pen(press.line);
  };
  const up = (event: PointerEvent) => {
    if (!press) return;
    const { moved, line, from, tool: used } = press;
    finish();
    const add = event.shiftKey || event.ctrlKey || event.metaKey;
    if (!moved && event.button === LEFT) click(from, add);
    else if (moved && used !== 'move') drawn(line, add);
  };
  const leave = () => hover(null);
  // Before the window's own keys: while something is drawn, Escape is about that.
  const key = (event: KeyboardEvent) => {
    if (!press || event.key !== 'Escape') return;
    event.stopPropagation();
    finish();
  };

  const listeners: [string, (event: never) => void][] = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', finish],
    ['pointerleave', leave],
    ['keydown', key],
  ];
  for (const [name, listener] of listeners) element.addEventListener(name, listener as EventListener);
  return () => {
    finish();
    for (const [name, listener] of listeners) element.removeEventListener(name, listener as EventListener);
  };
}

function corners(one: Point, other: Point): readonly Point[] {
  return [one, { x: other.x, y: one.y }, other, { x: one.x, y: other.y }];
}
