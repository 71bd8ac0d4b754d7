/** @file What the figures of a report mean, and what was done, so that somebody else can do it again. Pure; runs in main. */
import type { Contest } from '../contract/evaluation';
import { ruleSentence, standingText } from './format';
import { markup, type Markup } from './markup';

export function protocolOf(contest: Contest): Markup {
  const { protocol, at, revision } = contest;
  const facts: [string, string | number][] = [
    ['Finished', `${at.slice(0, 16).replace('T', ' ')} UTC`],
    ['Images', protocol.images],
    ['Independent groups', protocol.groups],
    ['Classes', protocol.classes],
    ['Stand', standingText(protocol)],
    ['Learned projections', `${protocol.projection} dimensions`],
    ['Seed', `${protocol.seed} (${protocol.prng})`],
    ['Protocol', `version ${protocol.version}, revision ${revision} of the labels`],
    ['Data', `SHA-256 ${protocol.embeddingHash}`],
  ];
  return markup`<p>
      ${ruleSentence(protocol.rule)} All methods learnt from the same images and were asked about the same
      others.
    </p>
    <dl>
      ${facts.map(
        ([name, value]) =>
          markup`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl> `;
}

export const EXPLAINED: Markup = markup`<h2>What the figures mean</h2>
  <ul>
    <li>
      <b>Estimate</b>: the share of images named rightly by a head that had not seen them nor any of their
      group. It is counted on images that somebody chose to label, which are seldom like all the others. Only
      a blind check measures the accuracy on a folder.
    </li>
    <li>
      <b>Intervals</b> say how far a figure could be off had other images been labelled: whole groups are
      drawn anew, those that teach and those that are asked (Efron and Tibshirani, ‘An Introduction to the
      Bootstrap’, 1993).
    </li>
    <li>
      <b>Difference to imprinting</b> is counted on the same images and the same questions. <b>p</b> is the
      chance of one as large if there were none, made larger for the number of methods that were tried (Holm,
      Scandinavian Journal of Statistics 6, 1979). A difference is said to be
      beyond chance only where p is below 0.05 and the interval leaves out zero.
    </li>
    <li>
      <b>Found</b> (recall) is the share of a class’s images that were called so,
      <b>right when named</b> (precision) the share of those called so that are so, <b>F1</b> their harmonic
      mean.
    </li>
    <li>
      <b>Calibration error</b>: how far percentages are off on average, in ten bins (Guo and others, ICML
      2017).
    </li>
    <li>
      <b>ImageNet’s classes</b> beside own ones: the share of images of base classes that are still named
      rightly; the <b>harmonic mean</b> of that and the estimate is low as soon as one of them is.
    </li>
  </ul>
  <p class="soft">
    Imprinting is by Qi, Brown and Lowe, ‘Low-Shot Learning with Imprinted Weights’ (CVPR 2018). ‘Frozen
    features’ means that the network that sees was not trained, only what is made of its answers.
  </p> `;
