/**
 * @file No sentence for a person stands outside the catalogue: the sources of main and of the decoder are read, and every text in
 * them that is a sentence, or that an error for people is made of, is found; where pages and charts are made, every label too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../..');

/** What is English whatever is preferred, and why. */
const ENGLISH: readonly (readonly [folder: string, why: string])[] = [
  ['main/headless/', 'commands are a contract that others script against'],
  ['main/engine/export/describe', 'metadata.json is a format'],
  ['main/engine/export/emitters.ts', 'metadata.json is a format'],
  ['main/engine/export/tflite/', 'metadata inside the model is a format'],
  ['main/exporting/licences.ts', 'terms are in the language they were given in'],
  ['main/contract/methodWords.ts', 'it is a room of the catalogue'],
  ['main/images/decoder/decoder.ts', 'why the decoder ended is for the log'],
  ['main/images/decoder/electronHost.ts', 'why the decoder ended is for the log'],
  ['main/images/pixelsAgain.ts', 'nobody waits for what was given up'],
  ['main/images/scanner.ts', 'nobody waits for what was given up'],
  ['main/engine/supervisor.ts', 'who stops the engine waits for no answer'],
];

/** Errors that a person reads. */
const FOR_PEOPLE = /^(PersonError|ProjectError|NotCopied|DecodeError|ImportError)$/;
/** Its errors reach the window as they are, and so a person. Faults of the page itself are TypeErrors there. */
const PRELOAD = 'main/preload.ts';
/** What only developers read. */
const FAULTS = /^(Error|RangeError|TypeError|SyntaxError|EngineGone|BackboneError|Unfit|BadMetadata)$/;
/** Calls that take words for the log, or for who sends what does not fit a schema. */
const NO_PERSON = /^(log\.|console\.|z\.|process\.std)|\.(refine|describe|regex|min|max)$/;
const SENTENCE = /^[A-Z‘'$][^\n]* [^\n]* [^\n]*[.?!]$/;
/** In an error for people: all but its detail, which is for developers. */
const WORDS = /^(?!exit code).*[A-Za-z]{2,} [A-Za-z]{2,}/s;

/** Where titles of axes and columns stand, which are no sentences; style.ts is CSS. */
const LABELLED = /^main\/(charts|reports)\/(?!style\.ts)/;
/** A text of ours there: begins as a title does, or has two words, or one beside a value. Vega's and CSS's own do none of it. */
const LABEL = /^\p{Lu}\p{Ll}+\b|(?<![-\p{L}])\p{L}{2,},? (\p{L}{2,}(?![-\p{L}])|\$…)|\$… \p{L}{2,}/u;
const TAG = /<(?!.*\b(?:aria-label|title|alt)="[^"$]*\p{L})[^>]*>| class="[^"]*"/gu;

const files = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((file) => !ENGLISH.some(([place]) => file.startsWith(place)));

/** Texts of a file that should be in the catalogue, as 'file:line text'. */
function outside(file: string, source: string): string[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const isOurs = (text: string, node: ts.Node, inside: boolean): boolean =>
    (inside ? WORDS : SENTENCE).test(text) || (LABELLED.test(file) && isLabel(text, node));
  const visit = (node: ts.Node, forPeople: boolean): void => {
    if (ts.isImportDeclaration(node) || isForNobody(node)) return;
    const inside = forPeople || isForPeople(node);
    const text = textOf(node);
    if (text !== null && isOurs(text, node, inside)) {
      const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push(`${file}:${line} ${text}`);
    } else ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(parsed, false);
  return found;
}

/** A text with '…' for each value in it. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `$…${literal.text}`).join('');
}

/** In what becomes HTML every word counts that stands outside of its marks, or that is read aloud. */
function isLabel(text: string, { parent }: ts.Node): boolean {
  if (ts.isLiteralTypeNode(parent)) return false;
  const isMarkup = ts.isTaggedTemplateExpression(parent) && parent.tag.getText() === 'markup';
  return isMarkup ? /\p{L}{2,}/u.test(text.replace(TAG, '')) : LABEL.test(text);
}

function isForNobody(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return FAULTS.test(node.expression.getText()) && !isToldByPreload(node);
  return ts.isCallExpression(node) && NO_PERSON.test(node.expression.getText());
}

const isToldByPreload = (error: ts.NewExpression): boolean =>
  error.expression.getText() === 'Error' && error.getSourceFile().fileName === PRELOAD;

function isForPeople(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return FOR_PEOPLE.test(node.expression.getText()) || isToldByPreload(node);
  return ts.isCallExpression(node) && node.expression.getText() === 'refuse';
}

test('sentences are found where they are, and nothing else is', () => {
  const source = `
    throw new PersonError(\`the row \${n} is empty\`);
    onTrouble('Nothing is lost. Try again.');
    throw new RangeError('The sum of a class must be finite.');
    log.warn('The engine ended and is started again.');
    const key = 'labels.csv'; refuse('two labels');
  `;
  expect(outside('x.ts', source)).toEqual([
    'x.ts:2 the row $… is empty',
    'x.ts:3 Nothing is lost. Try again.',
    'x.ts:6 two labels',
  ]);
});

test('what the preload says is found, and what tells the page of its own fault is not', () => {
  const source = `throw new Error('nothing was opened'); throw new TypeError('There is no such call.');`;
  expect(outside(PRELOAD, source)).toEqual([`${PRELOAD}:1 nothing was opened`]);
});

test('labels are found where pages and charts are made', () => {
  const source = `
    const OWN = 'Your classes'; const y = { type: 'quantitative', title: 'Loss' };
    table(caption, ['is, called', \`chosen \${name}\`], rows);
    markup\`<p class="soft">\${text}</p>\`; markup\`<b>\${text}</b> left\`; markup\`<svg aria-label="Loss">\`;
    throw new Error('charts fetch nothing');
  `;
  const found = ['2 Your classes', '2 Loss', '3 is, called', '3 chosen $…', '4 <b>$…</b> left'];
  expect(outside('main/reports/x.ts', source)).toEqual(
    [...found, '4 <svg aria-label="Loss">'].map((text) => `main/reports/x.ts:${text}`),
  );
  expect(outside('main/engine/x.ts', source)).toEqual([]);
});

for (const folder of ['main', 'renderer/decoder', 'renderer/logic', 'renderer/state'])
  test(`every sentence of ${folder} is in the catalogue`, () => {
    const all = files(folder);
    expect(all.length).toBeGreaterThan(10);
    const found = all.flatMap((file) => outside(file, readFileSync(path.join(ROOT, file), 'utf8')));
    expect(found.join('\n')).toBe('');
  });
