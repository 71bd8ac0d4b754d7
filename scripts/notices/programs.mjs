/** @file The programs and libraries that come from elsewhere than npm, with what they are under. */
import { electronPins, tensorflowPins } from '../setup/pins.mjs';

export const programs = () =>
  [
    `- **Electron ${electronPins.version}** (${electronPins.fallbackVersion} where set-up fell back to it): MIT, ` +
      'Copyright (c) Electron contributors, Copyright (c) 2013-2020 GitHub Inc. It contains Chromium, Node.js and others; ' +
      'their licences are `LICENSES.chromium.html` beside the program, where `LICENSE` is its own.',
    `- **libtensorflow ${tensorflowPins.version}** (its two shared libraries): Apache-2.0, Copyright 2019 The TensorFlow ` +
      'Authors. It contains other libraries; their licences are `tensorflow/THIRD_PARTY_NOTICES.txt` in the wheel ' +
      `\`${tensorflowPins.wheel.file}\`. On other systems than Linux x64 tfjs-node's own installer brings an older one, under the same licence.`,
    '- **The TensorFlow addon** is compiled from the sources in `@tensorflow/tfjs-node`, which is listed below.',
  ].join('\n');
