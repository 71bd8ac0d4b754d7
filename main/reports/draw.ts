/**
 * @file Draws a description of Vega-Lite as SVG, without a page and without making code of text. Runs in a thread of main (see
 * `drawing.ts`) and in tests.
 */
import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { inLocale } from '../charts/inLocale';
import { LOOK } from './look';

/** CSS pixels: as wide as a column of text. */
const WIDTH = 640;

/** @param spec with its data inside: nothing is fetched */
export async function drawChart(spec: TopLevelSpec): Promise<string> {
  const sized = { ...spec, width: WIDTH, autosize: { type: 'fit', contains: 'padding' } } as TopLevelSpec;
  const runtime = vega.parse(compile(sized, { config: inLocale(LOOK) }).spec, undefined, { ast: true });
  const view = new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: 'none',
    logLevel: vega.Error,
    loader: NOTHING,
  });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Specs hold their data. Whatever else one could name is not there. */
const nothing = (): Promise<never> => Promise.reject(new Error('charts fetch nothing'));
const NOTHING: vega.Loader = { load: nothing, sanitize: nothing, http: nothing, file: nothing };
