/**
 * @file Labels as CVAT's XML 1.1 for images: labels of whole images as tags, boxes in pixels of the upright image. Pure.
 * Runs in main.
 */
import { escapeXml } from './labelStudio';
import type { OutItem, OutLabels } from './outItem';

interface Xml {
  text: string;
  /** Images whose size is not known: CVAT needs it. */
  left: number;
}

export function cvatXml({ project, classes, items }: OutLabels): Xml {
  const byImage = new Map<string, OutItem[]>();
  for (const item of items) byImage.set(item.image.name, [...(byImage.get(item.image.name) ?? []), item]);
  const sized = [...byImage.values()].filter((some) => some[0]!.image.width !== null);
  const images = sized.map((some, id) => imageOf(some, id)).join('');
  const text = `<?xml version="1.0" encoding="utf-8"?>
<annotations>
  <version>1.1</version>
  <meta>
    <task>
      <name>${escapeXml(project)}</name>
      <size>${sized.length}</size>
      <mode>annotation</mode>
      <labels>
${classes.map(labelOf).join('\n')}
      </labels>
    </task>
  </meta>
${images}</annotations>
`;
  return { text, left: byImage.size - sized.length };
}

const labelOf = (name: string): string =>
  `        <label><name>${escapeXml(name)}</name><attributes></attributes></label>`;

function imageOf(items: readonly OutItem[], id: number): string {
  const { name, width, height } = items[0]!.image;
  const inside = items.map((item) => shapeOf(item, width!, height!)).join('');
  return `  <image id="${id}" name="${escapeXml(name)}" width="${width}" height="${height}">\n${inside}  </image>\n`;
}

function shapeOf({ label, box }: OutItem, width: number, height: number): string {
  if (label === null) return '';
  const of = `label="${escapeXml(label)}" source="manual"`;
  if (!box) return `    <tag ${of}></tag>\n`;
  const [left, top] = [box.x * width, box.y * height];
  const [right, bottom] = [left + box.width * width, top + box.height * height];
  const edges = `xtl="${pixel(left)}" ytl="${pixel(top)}" xbr="${pixel(right)}" ybr="${pixel(bottom)}"`;
  return `    <box ${of} occluded="0" ${edges} z_order="0"></box>\n`;
}

/** CVAT itself writes two decimals; four keep a box within a hundredth of that. */
const pixel = (value: number): string => value.toFixed(4).replace(/\.?0+$/, '');
