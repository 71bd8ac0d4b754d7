/**
 * @file An export of Label Studio: tasks with choices (a label of the whole image) and rectangles (labelled boxes), as
 * its formats JSON and JSON_MIN have them. Pure. Runs in main.
 */
import { isRecord } from './json';
import { BadLabel, labelText } from './labelText';
import { pathsOf } from './labelStudioPaths';
import { emptyRecord, type ImportRecord, type ReadBox, type ReadLabels } from './record';
import { told } from '../../../strings/words';

type Task = Record<string, unknown>;

export function isLabelStudio(value: unknown): value is Task[] {
  if (!Array.isArray(value)) return false;
  const tasks: unknown[] = value;
  return tasks.every((task) => isRecord(task) && imageOf(task) !== null);
}

export function readLabelStudio(tasks: readonly Task[]): ReadLabels {
  const read: ReadLabels = {
    ...{ format: 'label-studio', rows: tasks.length, records: [], problems: [], classOrder: [] },
    ignoredColumns: [],
  };
  tasks.forEach((task, i) => {
    const paths = pathsOf(imageOf(task) ?? '');
    const results = resultsOf(task);
    for (const result of results) readResult(result, emptyRecord(i + 1, paths), read);
  });
  return read;
}

/** The address of the task's image: by the usual name, or else the first text that looks like one. */
function imageOf(task: Task): string | null {
  const data = isRecord(task['data']) ? task['data'] : task;
  const named = data['image'] ?? data['img'] ?? data['photo'];
  if (typeof named === 'string') return named;
  const texts = Object.values(data).filter((value): value is string => typeof value === 'string');
  return texts.find((text) => /\.(jpe?g|png|gif|webp|avif|bmp|tiff?|heic)(\?|$)/i.test(text)) ?? null;
}

/** What people said; an annotation that was skipped, and what a model predicted, say nothing. */
function resultsOf(task: Task): unknown[] {
  const annotations = task['annotations'] ?? task['completions'];
  if (!Array.isArray(annotations)) return minimal(task);
  const given = (annotations as unknown[]).filter(isRecord);
  const kept = given.filter((one) => one['was_cancelled'] !== true && one['skipped'] !== true);
  return kept.flatMap(({ result }) => (Array.isArray(result) ? (result as unknown[]) : []));
}

/** JSON_MIN: each control's result lies under the control's own name. */
function minimal(task: Task): unknown[] {
  return Object.values(task)
    .flatMap((value): unknown[] => {
      if (isRecord(value) && Array.isArray(value['choices'])) return [{ type: 'choices', value }];
      if (!Array.isArray(value)) return [];
      const boxes = (value as unknown[]).filter((one) => isRecord(one) && 'rectanglelabels' in one);
      return boxes.map((box) => ({ type: 'rectanglelabels', value: box }));
    })
    .concat(
      typeof task['choice'] === 'string' ? [{ type: 'choices', value: { choices: [task['choice']] } }] : [],
    );
}

function readResult(result: unknown, record: ImportRecord, read: ReadLabels): void {
  if (!isRecord(result) || !isRecord(result['value'])) return;
  const { type, value } = result;
  try {
    if (type === 'choices') read.records.push({ ...record, label: only(value['choices']) });
    else if (type === 'rectanglelabels')
      read.records.push({ ...record, label: only(value['rectanglelabels']), box: boxOf(value) });
    else read.problems.push({ line: record.line, text: unread(String(type)) });
  } catch (error) {
    if (!(error instanceof BadLabel)) throw error;
    read.problems.push({ line: record.line, text: told().importing.resultLeftOut(error.message) });
  }
}

function only(names: unknown): string {
  const some: unknown[] = Array.isArray(names) ? names : [];
  if (some.length > 1)
    throw new BadLabel(told().importing.labelsAtOnce(some.length, some.join(', ').slice(0, 100)));
  return labelText(some[0]);
}

/** Percent of the upright image. */
function boxOf(value: Record<string, unknown>): ReadBox {
  const { rotation, x, y, width, height } = value;
  if (typeof rotation === 'number' && rotation !== 0) throw new BadLabel(told().importing.boxTurned);
  const sides = [x, y, width, height].map((side) => (typeof side === 'number' ? side / 100 : NaN));
  if (!sides.every(Number.isFinite)) throw new BadLabel(told().importing.boxNotFour);
  return { unit: 'fraction', x: sides[0]!, y: sides[1]!, width: sides[2]!, height: sides[3]! };
}

const unread = (type: string): string => told().importing.otherKind(type.slice(0, 40));
