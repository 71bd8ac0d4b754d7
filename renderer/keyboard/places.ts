/** @file The part of the table of keys that holds in one place only: map, boxes of an image, conflicts. */
import type { Direction } from '../logic/map/pointIndex';
import { DIRECTIONS, digitOf, type Key } from './keymap';

/** Keys about boxes: the first in every view with images, the others while a box or the tool is held. */
export type BoxActionName =
  'drawBox' | 'boxNew' | 'boxMove' | 'boxResize' | 'boxDelete' | 'boxNext' | 'boxPrevious' | 'boxCopy';

export type BoxAction =
  | { name: 'boxMove' | 'boxResize'; direction: Direction }
  | { name: Exclude<BoxActionName, 'boxMove' | 'boxResize'> };

/** Keys that mean something of their own on the map. */
export type MapActionName =
  | 'mapStep'
  | 'mapExtend'
  | 'mapPan'
  | 'zoomIn'
  | 'zoomOut'
  | 'fitMap'
  | 'toolMove'
  | 'toolLasso'
  | 'toolRectangle'
  | 'showInGrid';

/** Actions of the map that need no direction. */
export type PlainMapAction = Exclude<MapActionName, 'mapStep' | 'mapExtend' | 'mapPan'>;

/** An action of the map. */
export type MapAction =
  { name: 'mapStep' | 'mapExtend' | 'mapPan'; direction: Direction } | { name: PlainMapAction };

/** Keys in the list of what two people say differently: who is right. */
export type MergeActionName = 'mergeMine' | 'mergeTheirs';

/** What a key means in that list; null where it means what it does everywhere. */
export function mergeActionOf(event: Key): MergeActionName | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const digit = digitOf(event) ?? event.key;
  return digit === '1' ? 'mergeMine' : digit === '2' ? 'mergeTheirs' : null;
}

const ON_BOX: Readonly<Record<string, Exclude<BoxAction, { direction: Direction }>['name']>> = {
  Delete: 'boxDelete',
  PageDown: 'boxNext',
  PageUp: 'boxPrevious',
  'Shift c': 'boxCopy',
};

/** What a key means over an image's boxes; null where it means what it does everywhere. */
export function boxActionOf(event: Key, drawing: boolean): BoxAction | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const direction = DIRECTIONS[event.key];
  if (direction) return { name: event.shiftKey ? 'boxResize' : 'boxMove', direction };
  if (event.key === 'Enter' && drawing) return { name: 'boxNew' };
  const letter = event.shiftKey && /^[a-z]$/i.test(event.key);
  const name = ON_BOX[letter ? `Shift ${event.key.toLowerCase()}` : event.key];
  return name ? { name } : null;
}

const ON_MAP: Readonly<Record<string, PlainMapAction>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  _: 'zoomOut',
  Home: 'fitMap',
  'Shift v': 'toolMove',
  'Shift l': 'toolLasso',
  'Shift r': 'toolRectangle',
  'Shift g': 'showInGrid',
};

/** What a key means on the map alone; null where it means what it does everywhere. `0` shows all unless a class has it. */
export function mapActionOf(event: Key, isClass: (key: string) => boolean): MapAction | null {
  if (event.altKey) return null;
  const control = event.ctrlKey || event.metaKey;
  const direction = DIRECTIONS[event.key];
  if (direction) return { name: event.shiftKey ? 'mapExtend' : control ? 'mapPan' : 'mapStep', direction };
  if (control) return null;
  const letter = event.shiftKey && /^[a-z]$/i.test(event.key);
  const name = ON_MAP[letter ? `Shift ${event.key.toLowerCase()}` : event.key];
  if (name) return { name };
  return digitOf(event) === '0' && !isClass('0') ? { name: 'fitMap' } : null;
}
