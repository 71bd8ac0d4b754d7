/**
 * @file Tasks of Label Studio: labels as annotations, guesses as predictions; and the labelling interface that shows
 * them. Images stay where they are and are named below Label Studio's local storage. Pure. Runs in main.
 */
import type { OutItem, OutLabels } from './outItem';

/** Names in the labelling interface. */
const IMAGE = 'image';
const CHOICES = 'choice';
const BOXES = 'box';

export function labelStudioTasks({ items }: Pick<OutLabels, 'items'>, modelVersion: string): string {
  const byImage = new Map<string, OutItem[]>();
  for (const item of items)
    byImage.set(item.image.absolute, [...(byImage.get(item.image.absolute) ?? []), item]);
  return `${JSON.stringify([...byImage.values()].map((some) => taskOf(some, modelVersion)))}\n`;
}

function taskOf(items: readonly OutItem[], modelVersion: string): object {
  const labelled = items.filter(({ label }) => label !== null).map((item) => resultOf(item, item.label!));
  return {
    data: {
      [IMAGE]: `/data/local-files/?d=${encodeURIComponent(items[0]!.image.name).replace(/%2F/g, '/')}`,
    },
    annotations: labelled.length > 0 ? [{ result: labelled }] : [],
    predictions: predictionsOf(items, modelVersion),
  };
}

/** A prediction has one score, so each guess is one of its own. */
function predictionsOf(items: readonly OutItem[], modelVersion: string): object[] {
  return items.flatMap((item) => {
    // The interface knows the project's own classes only, and a prediction of another would be refused.
    if (!item.guess?.own || item.guess.none === 'below threshold') return [];
    const { label, confidence } = item.guess;
    const score = confidence === null ? {} : { score: confidence };
    return [{ model_version: modelVersion, ...score, result: [resultOf(item, label)] }];
  });
}

function resultOf({ box, image }: OutItem, label: string): object {
  if (!box) return { from_name: CHOICES, to_name: IMAGE, type: 'choices', value: { choices: [label] } };
  const percent = (fraction: number): number => fraction * 100;
  const size = image.width === null ? {} : { original_width: image.width, original_height: image.height };
  const sides = {
    x: percent(box.x),
    y: percent(box.y),
    width: percent(box.width),
    height: percent(box.height),
  };
  return {
    ...{ from_name: BOXES, to_name: IMAGE, type: 'rectanglelabels', image_rotation: 0 },
    ...size,
    value: { ...sides, rotation: 0, rectanglelabels: [label] },
  };
}

/** For Label Studio's 'Labeling Interface', 'Code'. */
export function labelStudioConfig(classes: readonly string[]): string {
  const tags = (tag: string): string =>
    classes.map((name) => `    <${tag} value="${escapeXml(name)}"/>`).join('\n');
  return `<View>
  <Image name="${IMAGE}" value="$${IMAGE}"/>
  <Choices name="${CHOICES}" toName="${IMAGE}" choice="single" showInLine="true">
${tags('Choice')}
  </Choices>
  <RectangleLabels name="${BOXES}" toName="${IMAGE}">
${tags('Label')}
  </RectangleLabels>
</View>
`;
}

export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(
      /[&<>"']/g,
      (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign]!,
    );
