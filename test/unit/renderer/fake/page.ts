/**
 * @file The window in an ordinary browser, with a fake main process: for looking at it. Address parameters: count,
 * read, delay, readonly, labels (how many to give per kind), recent.
 */
import { mount } from 'svelte';
import App from '../../../../renderer/App.svelte';
import type { ThumbnailUrl, ViewUrl } from '../../../../renderer/state/context';
import '../../../../renderer/styles/tokens.css';
import '../../../../renderer/styles/base.css';
import '../../../../renderer/styles/controls.css';
import '../../../../renderer/styles/layers.css';
import { FakeMain } from './main';
import type { FakePhoto } from './photos';

const asked = new URLSearchParams(location.search);
const number = (name: string, otherwise: number) => Number(asked.get(name) ?? otherwise);

const photos = (await (await fetch('/photos.json')).json()) as FakePhoto[];
const count = number('count', photos.length);
const bridge = new FakeMain({
  photos,
  count,
  read: number('read', count),
  delay: number('delay', 15),
  mapStep: number('mapStep', 100),
  readOnly: asked.get('readonly'),
  recent: asked.has('recent')
    ? [
        {
          id: 'a',
          name: 'Perch survey 2026',
          path: '/home/me/Documents/Imprint Studio/Perch survey 2026.imprint',
          openedAt: '2026-03-04T10:00:00.000Z',
          missing: false,
        },
        {
          id: 'b',
          name: 'Weld seams',
          path: '/media/usb/Weld seams.imprint',
          openedAt: '2026-02-11T10:00:00.000Z',
          missing: true,
        },
      ]
    : [],
});
if (asked.has('tick')) setInterval(() => bridge.readOn(number('tick', 20)), 150);

const thumbnailUrl: ThumbnailUrl = (item) =>
  item.thumbnail === 0 ? null : `${photos[item.image % photos.length]?.url ?? ''}?${item.token}`;

const viewUrl: ViewUrl = (item) => photos[item.index % photos.length]?.url ?? '';

const target = document.getElementById('app');
if (target)
  mount(App, {
    target,
    props: { bridge, storage: localStorage, thumbnailUrl, viewUrl, opensPreferences: false },
  });
Object.assign(window, { fake: bridge });
document.addEventListener('securitypolicyviolation', (event) => {
  document.title = `VIOLATION ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`;
  Object.assign(window, {
    violations: [...((window as { violations?: string[] }).violations ?? []), document.title],
  });
});
