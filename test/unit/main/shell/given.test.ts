/** @file What a program was started with, as different starts write it. */
import { describe, expect, it, vi } from 'vitest';
import { Given, pathAmong } from '../../../../main/shell/given';

describe('the path among the words', () => {
  it('is the first that is no switch, from where it was typed', () => {
    expect(pathAmong(['imprint-studio', '--no-sandbox', 'Birds.imprint'], '/home/p', false)).toBe(
      '/home/p/Birds.imprint',
    );
    expect(pathAmong(['imprint-studio', '/photos/pond'], '/home/p', false)).toBe('/photos/pond');
  });

  it('is not the folder of the app itself in a checkout', () => {
    expect(pathAmong(['electron', '--log-level=3', '/checkout'], '/', true)).toBeNull();
    expect(pathAmong(['electron', '/checkout', '/photos/pond'], '/', true)).toBe('/photos/pond');
  });

  it('may be an address, as desktops write it', () => {
    const argv = ['imprint-studio', 'file:///photos/B%C3%A4ume%20im%20Mai.imprint'];
    expect(pathAmong(argv, '/', false)).toBe('/photos/Bäume im Mai.imprint');
  });

  it('is nothing where nothing was named, and never a word of a command', () => {
    expect(pathAmong(['imprint-studio'], '/', false)).toBeNull();
    expect(pathAmong(['imprint-studio', ''], '/', false)).toBeNull();
    expect(pathAmong(['imprint-studio', '--', 'classify', '/photos/pond'], '/', false)).toBeNull();
  });
});

describe('what is given', () => {
  it('is told of, and taken once', () => {
    const given = new Given();
    const tell = vi.fn();
    given.onOffer(tell);
    given.offer('/photos/pond');
    expect(tell).toHaveBeenCalledOnce();
    expect([given.take(), given.take()]).toEqual(['/photos/pond', null]);
  });

  it('waits for whoever opens it, and the last one counts', () => {
    const given = new Given();
    given.offer('/photos/pond');
    given.offer('/photos/wood');
    given.offer(null);
    expect(given.take()).toBe('/photos/wood');
  });
});
