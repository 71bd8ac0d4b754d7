/** @file What a command says, and how: lines, tables, times. */
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { flushed, printable } from '../../../../main/headless/console';
import { duration, rate } from '../../../../main/headless/durations';
import { notReadLines } from '../../../../main/headless/notRead';
import { ProgressLine } from '../../../../main/headless/progressLine';
import { percent, table } from '../../../../main/headless/table';

function consoleOf(isTTY: boolean) {
  let [at, out, err] = [0, '', ''];
  const line = new ProgressLine(
    { write: (text: string) => ((out += text), true) },
    { write: (text: string) => ((err += text), true), isTTY, columns: 40 },
    () => at,
  );
  return { line, later: (ms: number) => (at += ms), out: () => out, err: () => err };
}

const step = (done: number) => ({ done, total: 600, rate: 148.2, secondsLeft: (600 - done) / 148.2 });

describe('progress', () => {
  it('is a line every few seconds where nobody looks at a terminal', () => {
    const { line, later, err } = consoleOf(false);
    for (let done = 0; done < 600; done += 50) {
      later(500);
      line.show('Reading images', step(done));
    }
    expect(err()).toBe(
      'Reading images: 250 of 600, 148 images/s, 2 s left\nReading images: 550 of 600, 148 images/s, under 1 s left\n',
    );
  });

  it('renews one line on a terminal, never longer than that', () => {
    const { line, later, err } = consoleOf(true);
    for (const done of [100, 101, 200]) {
      later(60);
      line.show('Reading images', step(done));
    }
    expect(err()).toBe('\r\x1b[2KReading images: 101 of 600, 148 images/');
    later(100);
    line.show('Reading images', step(200));
    expect(err().match(/\n/)).toBeNull();
  });

  it('makes room for a sentence, and for results', () => {
    const { line, later, err, out } = consoleOf(true);
    later(200);
    line.show('Reading', step(1));
    line.say('Something happened.');
    line.result('table\n');
    line.done();
    expect(err()).toMatch(/\r\x1b\[2KSomething happened\.\n\r\x1b\[2KReading: 1 of 600.*\r\x1b\[2K$/);
    expect(out()).toBe('table\n');
  });
});

describe('text of files', () => {
  it('cannot drive a terminal', () => {
    expect(printable('a\x1b[31m\nb\u202ec')).toBe('a\ufffd[31m\ufffdb\ufffdc');
    expect(printable('Bär 熊 🐻')).toBe('Bär 熊 🐻');
  });

  it('is listed up to a point, and then counted', () => {
    const unread = Array.from({ length: 22 }, (_, i) => ({ path: `${i}.jpg`, reason: 'It is empty.' }));
    expect(notReadLines(unread, 'the JSON').slice(-2)).toEqual([
      '  19.jpg: It is empty.',
      '  and 2 more (the JSON has all)',
    ]);
    expect(notReadLines([], 'the JSON')).toEqual([]);
  });
});

describe('a table', () => {
  it('lines up its columns, wide letters counted as two', () => {
    const columns = [
      { title: 'class', align: 'left' as const },
      { title: '%', align: 'right' as const },
    ];
    expect(
      table(columns, [
        ['熊', percent(93.25)],
        ['é\u0301lan', percent(null)],
      ]),
    ).toBe('class     %\n熊     93.3\né\u0301lan      –\n');
  });
});

describe('times and rates', () => {
  it.each([
    [0.4, 'under 1 s'],
    [59.6, '1 min'],
    [125, '2 min 5 s'],
    [3600, '1 h'],
    [3785, '1 h 3 min'],
  ])('says %d s as %s', (seconds, words) => expect(duration(seconds)).toBe(words));

  it('says slow rates with a decimal', () => {
    expect([rate(0.72), rate(148.4)]).toEqual(['0.7 images/s', '148 images/s']);
  });
});

describe('the end', () => {
  it('waits until slow readers have everything', async () => {
    let read = 0;
    const slow = new Writable({
      write: (chunk: Buffer, _encoding, done) => setTimeout(() => ((read += chunk.length), done()), 5),
    });
    const pipe = new PassThrough();
    pipe.resume();
    for (let i = 0; i < 5; i++) slow.write('x'.repeat(1000));
    await flushed(slow, pipe);
    expect(read).toBe(5000);
  });
});
