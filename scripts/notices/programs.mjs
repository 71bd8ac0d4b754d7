/** @file The programs and libraries that come from elsewhere than npm, with what they are under. */
import { electronPins, tensorflowPins } from '../setup/pins.mjs';

export const programs = () =>
  [
    `- **Electron ${electronPins.version}** (${electronPins.fallbackVersion} where set-up fell back to it): MIT, ` +
      'Copyright (c) Electron contributors, Copyright (c) 2013-2020 GitHub Inc. It contains Chromium, Node.js and others; ' +
      'their licences are `LICENSES.chromium.html` beside the program, where `LICENSE` is its own.',
    `- **libtensorflow ${tensorflowPins.version}** (its two shared libraries): Apache-2.0, Copyright 2019 The TensorFlow ` +
      'Authors, stripped of its symbols for debuggers. Its licence and those of the libraries that it contains (Abseil, ' +
      'BoringSSL, Eigen, LLVM, oneDNN, Protocol Buffers and others) are `LICENSE.tensorflow.txt` and `LICENSES.tensorflow.txt` ' +
      'beside this file in the built program, and `LICENSE` and `THIRD_PARTY_TF_C_LICENSES` in `@tensorflow/tfjs-node/deps` of ' +
      'a checkout. On other systems than Linux x64 tfjs-node’s own installer brings an older one, with its own two files.',
    '- **The TensorFlow addon** is compiled from the sources in `@tensorflow/tfjs-node`, which is listed below.',
  ].join('\n');
