/** @file Entry of the window: hands the bridge and the address of thumbnails to the app. */
import { mount } from 'svelte';
import App from './App.svelte';
import { imageUrl, viewUrl } from './images';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/lab.css';
import './styles/views.css';
import './styles/layers.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app to draw into');

mount(App, {
  target,
  props: {
    bridge: window.studio,
    storage: window.localStorage,
    thumbnailUrl: imageUrl,
    viewUrl,
    opensPreferences: window.location.hash === '#preferences',
  },
});
