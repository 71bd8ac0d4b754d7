/** @file What calls about the map do. Runs in main. */
import type { MapCalls } from '../../contract/areas/map';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const mapHandlers = ({ desk }: HandlerParts): HandlersOf<MapCalls> => ({
  'map:start': ({ seed }) => desk.open.map.start(seed),
  'map:cancel': () => desk.open.map.cancel(),
});
