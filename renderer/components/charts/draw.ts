/**
 * @file Draws a description of Vega-Lite as SVG. Runs in the window. Vega is large, so it is fetched with the first chart and never
 * by whoever only looks at images; its expressions are interpreted, since the policy of the page forbids to make code of text.
 */
import type { View } from 'vega';
import type { Config, TopLevelSpec } from 'vega-lite';
import { inLocale } from '../../../main/charts/inLocale';

async function fetchLibraries() {
  const [vega, lite, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  return { vega, compile: lite.compile, expressionInterpreter };
}

let libraries: ReturnType<typeof fetchLibraries> | null = null;

export interface Drawing {
  /** @param width CSS pixels */
  widen(width: number): Promise<void>;
  /** Takes the picture away. */
  end(): void;
}

/**
 * Draws into an element.
 * @param spec with data inside: nothing is fetched
 * @param config how it looks, see `look.ts`
 * @param size width and height of the whole picture, CSS pixels
 */
export async function draw(
  element: HTMLElement,
  spec: TopLevelSpec,
  config: Config,
  size: { width: number; height: number },
): Promise<Drawing> {
  const { vega, compile, expressionInterpreter } = await (libraries ??= fetchLibraries());
  const sized = { ...spec, ...size, autosize: { type: 'fit', contains: 'padding' } } as TopLevelSpec;
  const runtime = vega.parse(compile(sized, { config: inLocale(config) }).spec, undefined, { ast: true });
  const view: View = new vega.View(runtime, {
    container: element,
    expr: expressionInterpreter,
    hover: false,
    logLevel: vega.Error,
    renderer: 'svg',
  });
  await view.runAsync();
  return {
    async widen(width) {
      await view.width(width).runAsync();
    },
    end: () => void view.finalize(),
  };
}
