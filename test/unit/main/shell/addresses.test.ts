import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveInside, tokenIn, viewIn } from '../../../../main/shell/addresses';

const root = path.resolve('/app/out/renderer');
const inside = (rest: string): string | null => resolveInside(root, `app://studio${rest}`);

describe('the file of an app: address', () => {
  it('is the built file of that name', () => {
    expect(inside('/index.html')).toBe(path.join(root, 'index.html'));
    expect(inside('/decoder/index.html?workers=2')).toBe(path.join(root, 'decoder/index.html'));
    expect(inside('/assets/worker-B_z3-4d.js')).toBe(path.join(root, 'assets/worker-B_z3-4d.js'));
  });

  it.each([
    '/',
    '',
    '//etc/hostname',
    '/assets/',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/..\\..\\package.json',
    '/assets\\index.js',
    '/index.html%00.js',
    '/%69ndex.html',
    '/%',
    '/.hidden',
    '/assets/.env',
    '/C:/windows/win.ini',
    '/index.html::$DATA',
    '/index.html;x',
  ])('is none for %j', (rest) => expect(inside(rest)).toBeNull());

  it('stays below the root however the address climbs', () => {
    for (const climb of ['/../../', '/%2e%2e/%2E%2E/', '/assets/../../../'])
      expect(inside(`${climb}package.json`)).toBe(path.join(root, 'package.json'));
  });

  it('is none of another host', () => {
    expect(resolveInside(root, 'app://other/index.html')).toBeNull();
    expect(resolveInside(root, 'app://studio.example/index.html')).toBeNull();
  });
});

describe('the token of an img: address', () => {
  it('is what follows the kind', () => {
    expect(tokenIn('img://thumb/Ab-_9', 'thumb')).toBe('Ab-_9');
    expect(tokenIn('img://thumb/Ab-_9?v=12', 'thumb')).toBe('Ab-_9');
    expect(tokenIn('img://file/Ab-_9', 'file')).toBe('Ab-_9');
  });

  it.each([
    'img://file/token',
    'img://thumb/',
    'img://thumb//token',
    'img://thumb/token/',
    'img://thumb/../token',
    'img://thumb/%74oken',
    'img://thumb/token%00',
    'img://thumb/token#x',
    'img://thumb/token?v=1&path=/etc/hostname',
    'img://thumb.other/token',
    'app://thumb/token',
    `img://thumb/${'x'.repeat(65)}`,
  ])('is none in %s where a thumbnail is asked for', (address) =>
    expect(tokenIn(address, 'thumb')).toBeNull(),
  );
});

describe('what an address asks to view', () => {
  it('is an item and a size', () => {
    expect(viewIn('img://view/Ab-_9?side=1600')).toEqual({ token: 'Ab-_9', side: 1600 });
    expect(viewIn('img://view/Ab-_9?side=4096&v=3')).toEqual({ token: 'Ab-_9', side: 4096 });
  });

  it.each([
    'img://view/token',
    'img://view/token?side=',
    'img://view/token?side=0',
    'img://view/token?side=4097',
    'img://view/token?side=99999',
    'img://view/token?side=-1',
    'img://view/token?side=1e3',
    'img://view/token?side=16&side=17',
    'img://view/token?side=16&path=/etc/hostname',
    'img://view/../token?side=16',
    'img://view/%74oken?side=16',
    'img://thumb/token?side=16',
    'img://file/token?side=16',
  ])('is nothing in %s', (address) => expect(viewIn(address)).toBeNull());
});
