/** @file Above the dots of the map: pictures, names of classes, the focus, what the pointer is over, and the pen. */
import type { LegendEntry } from '../../logic/map/colours';
import type { MapName } from '../../logic/map/names';
import { Shape } from '../../logic/map/sprites';
import { toScreen, type Camera, type Point, type Size } from '../../logic/map/world';
import { inkOn } from '../../logic/palette';
import type { Scene } from './painter';
import { PICTURE_SIDE, type PictureCache } from './pictureCache';

export interface Marks {
  focus: number;
  hover: number;
  names: readonly MapName[];
  legend: readonly LegendEntry[];
}

const FONT = '600 12px system-ui, sans-serif';
const KEY = 16;
/** Half the side of the frame around a picture in focus. */
const FRAME = PICTURE_SIDE / 2 + 7;

export class Overlay {
  readonly #context: CanvasRenderingContext2D;
  #size: Size = { width: 0, height: 0 };

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly cache: PictureCache,
  ) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This canvas cannot be drawn on');
    this.#context = context;
  }

  resize(size: Size): void {
    this.#size = size;
    this.canvas.width = Math.max(1, Math.round(size.width * this.cache.density));
    this.canvas.height = Math.max(1, Math.round(size.height * this.cache.density));
  }

  draw(
    scene: Scene,
    world: Float32Array,
    camera: Camera,
    pictures: readonly number[],
    radius: number,
    pen: readonly Point[],
  ): void {
    const context = this.#context;
    const { density } = this.cache;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, this.#size.width, this.#size.height);
    const at = (row: number) => toScreen(camera, world[2 * row] ?? NaN, world[2 * row + 1] ?? NaN);
    for (const row of pictures) this.#picture(scene, row, at(row));
    const shown = new Set(pictures);
    this.#ring(scene, scene.marks.hover, at, radius, shown, scene.theme.soft);
    this.#ring(scene, scene.marks.focus, at, radius, shown, scene.theme.text);
    this.#names(scene, at, radius, shown);
    this.#pen(scene, pen);
  }

  #picture({ dots, theme, address, marks }: Scene, row: number, { x, y }: Point): void {
    const context = this.#context;
    const picture = this.cache.get(address(row) ?? '');
    if (!picture) return;
    const [width, height] = [picture.width / this.cache.density, picture.height / this.cache.density];
    const [left, top] = [Math.round(x - width / 2), Math.round(y - height / 2)];
    const [entry, shape] = [dots.entries[row] ?? 0, dots.shapes[row]];
    const colour = theme.palette[entry] ?? theme.soft;
    if (dots.chosen[row] === 1) frame(context, left, top, width, height, 5, theme.text);
    frame(context, left, top, width, height, 3, theme.bed);
    context.drawImage(picture, left, top, width, height);
    if (shape === Shape.open) return;
    const labelled = shape === Shape.labelled;
    context.setLineDash(labelled ? [] : [4, 3]);
    frame(context, left, top, width, height, labelled ? 2.5 : 2, colour);
    context.setLineDash([]);
    const key = marks.legend[entry]?.key;
    if (key) this.#key(key, colour, left, top + height - KEY);
  }

  #key(key: string, colour: string, left: number, top: number): void {
    const context = this.#context;
    context.fillStyle = colour;
    context.fillRect(left, top, KEY, KEY);
    context.fillStyle = inkOn(colour);
    context.font = FONT;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(key.toUpperCase(), left + KEY / 2, top + KEY / 2 + 0.5);
  }

  #ring(
    { theme, dots }: Scene,
    row: number,
    at: (row: number) => Point,
    radius: number,
    pictures: ReadonlySet<number>,
    colour: string,
  ): void {
    if (row < 0 || dots.shapes[row] === Shape.hidden) return;
    const { x, y } = at(row);
    if (Number.isNaN(x)) return;
    const context = this.#context;
    for (const [width, stroke] of [
      [5, theme.bed],
      [2, colour],
    ] as const) {
      context.lineWidth = width;
      context.strokeStyle = stroke;
      context.beginPath();
      if (pictures.has(row)) context.rect(x - FRAME, y - FRAME, 2 * FRAME, 2 * FRAME);
      else context.arc(x, y, radius + 6, 0, 2 * Math.PI);
      context.stroke();
    }
  }

  #names(
    { marks, theme }: Scene,
    at: (row: number) => Point,
    radius: number,
    pictures: ReadonlySet<number>,
  ): void {
    const context = this.#context;
    const taken: [number, number, number, number][] = [];
    for (const { entry, row } of marks.names) {
      const info = marks.legend[entry];
      const { x, y } = at(row);
      if (!info || x < 0 || y < 0 || x > this.#size.width || y > this.#size.height) continue;
      context.font = FONT;
      const width = context.measureText(info.name).width + (info.key ? KEY + 5 : 0) + 8;
      const [left, top] = [
        Math.round(x - width / 2),
        Math.round(y - (pictures.has(row) ? PICTURE_SIDE / 2 : radius) - 26),
      ];
      const box: [number, number, number, number] = [left, top, left + width, top + 20];
      if (taken.some((other) => overlap(other, box))) continue;
      taken.push(box);
      context.fillStyle = theme.bed;
      context.globalAlpha = 0.88;
      context.beginPath();
      context.roundRect(left, top, width, 20, 4);
      context.fill();
      context.globalAlpha = 1;
      if (info.key) this.#key(info.key, theme.palette[entry] ?? theme.soft, left + 2, top + 2);
      context.fillStyle = theme.text;
      context.font = FONT;
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      context.fillText(info.name, left + (info.key ? KEY + 6 : 4), top + 10.5);
    }
  }

  #pen({ theme }: Scene, pen: readonly Point[]): void {
    if (pen.length < 2) return;
    const context = this.#context;
    context.beginPath();
    pen.forEach(({ x, y }) => context.lineTo(x, y));
    context.closePath();
    context.fillStyle = theme.text;
    context.globalAlpha = 0.08;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 1.5;
    context.strokeStyle = theme.text;
    context.setLineDash([5, 4]);
    context.stroke();
    context.setLineDash([]);
  }
}

/** A line around a rectangle, on its outer side. */
function frame(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
  thick: number,
  colour: string,
): void {
  context.lineWidth = thick;
  context.strokeStyle = colour;
  context.strokeRect(left - thick / 2, top - thick / 2, width + thick, height + thick);
}

type Rect = readonly [left: number, top: number, right: number, bottom: number];

function overlap(one: Rect, other: Rect): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
