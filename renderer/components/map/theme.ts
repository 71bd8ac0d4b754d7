/** @file The tokens of the style sheet as the map's painter needs them. */
import type { LegendEntry } from '../../logic/map/colours';
import { hexToRgb, type Rgb } from '../../logic/map/sprites';

export interface MapTheme {
  /** '#rrggbb' each. */
  bed: string;
  text: string;
  soft: string;
  rgb: { ground: Rgb; chosen: Rgb };
  /** Of each entry of the legend. */
  palette: string[];
}

export function readTheme(element: Element, legend: readonly LegendEntry[]): MapTheme {
  const styles = getComputedStyle(element);
  const token = (name: string) => styles.getPropertyValue(name).trim();
  const [bed, text] = [token('--bed'), token('--text')];
  return {
    bed,
    text,
    soft: token('--text-soft'),
    rgb: { ground: hexToRgb(bed), chosen: hexToRgb(text) },
    palette: legend.map(({ colour }) => (colour.startsWith('--') ? token(colour) : colour)),
  };
}

/** Calls back when the system goes from light to dark or back. @returns stops it */
export function watchTheme(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}

export function motionIsReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
