/** @file The report as a page: whole, in itself, and no name in it is markup. */
import { promises as fs } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../../main/reports/draw';
import type { Draw } from '../../../../main/reports/drawing';
import { reportHtml } from '../../../../main/reports/page';
import { CLASSES, contest } from './contests';

const draw: Draw = (specs) => Promise.all(specs.map(drawChart));
const about = { name: 'Pond <script>alert(1)</script>', version: '1.2.3' };
const episodes = (shots: number) => ({ kind: 'episodes', ways: null, shots, episodes: 100 }) as const;
const page = (contests = [contest(episodes(1)), contest(episodes(5), 0.68)]) =>
  reportHtml({ ...about, contests }, draw);

describe('the report', () => {
  it('fetches nothing, runs nothing, and says so', async () => {
    const text = await page();
    expect(text).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"`);
    expect(text).not.toMatch(/<script|<link|<img|<iframe|javascript:|@import|url\(/i);
    expect(text).not.toMatch(/\son[a-z]+=/i);
    const hosts = [...text.matchAll(/https?:\/\/[^"' )]+/g)].map(([url]) => url);
    expect(new Set(hosts)).toEqual(new Set(['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink']));
    if (process.env['REPORT_FILE']) await fs.writeFile(process.env['REPORT_FILE'], text);
  });

  it('shows names as they are, never as markup', async () => {
    const text = await page();
    expect(text).toContain('Pond &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('&lt;b&gt;Pike&lt;/b&gt;');
    expect(text).toContain('Roach &amp; rudd');
    expect(text).not.toContain('<b>Pike');
  });

  it('says what was found, on what, how, and what failed', async () => {
    const text = await page();
    expect(text).toContain('Balanced imprinting is better than imprinting by 1 to 12 points.');
    expect(text).toContain('82.0\u00a0%<small>70.0 to 90.0</small>');
    expect(text).toContain('+7.0<small>+1.0 to +12.0</small>');
    expect(text).toContain('wDAE-GNN (frozen features) took no part: It needs images of other classes');
    expect(text).toContain('from 60\u00a0images in 48\u00a0groups');
    expect(text).toContain('SHA-256 c0ffee');
    expect(text).toContain('In each of 100\u00a0episodes 5\u00a0images or groups');
    expect(text).toContain('68.0\u00a0%');

    expect(text).toContain('a.jpg and b.jpg show the same and are labelled differently.');
    expect(text).toContain('for too few independent images: Tench.');
  });

  it('says once what was not measured, and why', async () => {
    const alone = contest(episodes(1));
    alone.protocol.base = 'imagenet';
    const text = await page([alone]);
    expect(text).toContain('<span class="none">not measured</span>');
    expect(
      text.match(/ImageNet’s classes: not measured: no images of base classes were given\./g),
    ).toHaveLength(1);
  });

  it('has a drawing and a table for each chart, with words of 12 px', async () => {
    const text = await page();
    // Two contests: differences, and reliability of four methods.
    expect(text.match(/<svg /g)).toHaveLength(2 * (1 + 4));
    expect(text.match(/role="img" aria-label=/g)).toHaveLength(10);
    const sizes = [...text.matchAll(/font-size="(\d+)px"/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  it('leaves no colour that dark ground would swallow', async () => {
    const text = await page();
    const colours = [...text.matchAll(/(?:fill|stroke)="(#[0-9a-f]{3,6}|[a-z]+)"/gi)].map(
      ([, colour]) => colour!,
    );
    for (const colour of new Set(colours))
      if (!['none', 'transparent'].includes(colour)) expect(text).toContain(`[fill="${colour}"]`);
  });

  it('is as readable with many classes as with few', async () => {
    const many = contest({ kind: 'leave-one-out' });
    many.classes = Array.from({ length: 60 }, (_, c) => `Class ${c}`);
    for (const result of many.results)
      result.confusion.counts = many.classes.map((_, own) =>
        Array.from({ length: 61 }, (__, called) => (called === own ? 9 : called === own + 1 ? 2 : 0)),
      );
    const text = await page([many]);
    expect(text).toContain('Most often confused.');
    expect(text).not.toContain('is, called');
    expect(text).toContain(CLASSES.length < 60 ? '2 of 11' : '');
  });
});
