/** @file The labels.json of a FiftyOneImageClassificationDataset. Pure. Runs in main. */

export interface NamedFile {
  /** Name of the file in `data/`. */
  file: string;
  label: string | null;
}

/** Images are known by their names without ending, so no two may differ in it alone. */
export function fiftyOneJson(classes: readonly string[], files: readonly NamedFile[]): string {
  const positions = new Map(classes.map((name, index) => [name, index]));
  const labels = files.map(({ file, label }): [string, number | null] => [
    file.replace(/\.[^.]+$/, ''),
    label === null ? null : (positions.get(label) ?? null),
  ]);
  return `${JSON.stringify({ classes, labels: Object.fromEntries(labels) })}\n`;
}
