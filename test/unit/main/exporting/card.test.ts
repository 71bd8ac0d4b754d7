/** @file The model card says what was measured and no more, and LICENCES.txt whose work is in the folder. */
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../../main/contract/exportFormats';
import type { ExportCheck } from '../../../../main/contract/exporting';
import { modelCard } from '../../../../main/exporting/card';
import { plain } from '../../../../strings/en/card/markdown';
import { formatUse } from '../../../../main/exporting/formatUse';
import { formats } from '../../../../strings/en/told/formats';
import { licencesText } from '../../../../main/exporting/licences';
import { figure, figuresOf, metadataOf, sha } from './cardFacts';

const check: ExportCheck = {
  ...{ images: 30, maxAbsDiff: 2e-6, top1Agreement: 1, limit: 1e-4, reader: 'TensorFlow', ownCrop: null },
  ...{
    passed: true,
    message: "Read back from the disk, the model gave the app's own answers for 30 images.",
  },
};
const card = (
  metadata: Parameters<typeof metadataOf>[1] = {},
  figures: Parameters<typeof figuresOf>[0] = {},
  onePicture: string[] = [],
): string =>
  modelCard({
    ...{ metadata: metadataOf('savedmodel', metadata), figures: figuresOf(figures), check, onePicture },
  });

/** 'Accuracy' with a figure after it. */
const CLAIM = /accuracy[^.\n]{0,40}\d+\.\d %/i;

describe('the model card', () => {
  it.each(EXPORT_FORMATS)('has the front matter of hubs, the id and the first sample of %s', (format) => {
    const text = modelCard({ metadata: metadataOf(format), figures: figuresOf(), check, onePicture: [] });
    const [front = ''] = /^---\n[\s\S]+?\n---\n/.exec(text) ?? [];
    expect(front).toContain('license: "apache-2.0"');
    expect(front).toContain(`library_name: "${formatUse[format].library}"`);
    expect(front).toContain('pipeline_tag: image-classification');
    expect(text).toContain(`Model id: \`${sha('2')}\``);
    expect(text).toContain(formatUse[format].samples[0]!.command);
    for (const limit of formats[format].limits) expect(text).toContain(limit);
  });

  it('calls nothing an accuracy that no blind check measured', () => {
    const text = card();
    expect(text).not.toMatch(CLAIM);
    expect(text).toContain('**Accuracy:** not measured.');
    expect(text).toContain(
      '**Estimate from the learning images, with one image fewer per class:** 86.0 % (95 % interval 76.0 to 96.0 %; 24 images in 22 groups).',
    );
    expect(text).toContain('| class | images | groups | found (estimate) |');
    expect(text).toContain('| Perch | 12 | 11 | 80.0 % of 24 (70 to 90) |');
    expect(text).toContain('how often it is wrong: that was not measured');
  });

  it('says what a blind check measured, and keeps the estimate apart', () => {
    const classes = figuresOf().classes.map((one) => ({ ...one, accuracy: figure(0.7) }));
    classes[1]!.accuracy = figure(null);
    const text = card({}, { accuracy: figure(0.75), classes });
    expect(text).toContain('**Accuracy on this folder:** 75.0 % (95 % interval 65.0 to 85.0 %;');
    expect(text).toContain('| class | images | groups | found (blind check) |');
    expect(text).toContain('| Perch | 12 | 11 | 70.0 % of 24 (60 to 80) |');
    expect(text).toContain('| Roach | 12 | 11 | not measured |');
    expect(text).not.toContain('80.0 %');
    expect(text).toContain('with one image fewer per class:** 86.0 %');
    expect(text).not.toContain('that was not measured.\n- Images that may');
  });

  it('says why there is no estimate, no percentage and no threshold', () => {
    const rejection = { ...metadataOf('tfjs').rejection, threshold: null, logit: null, reason: 'Too few.' };
    const calibration = { calibrated: false, reason: 'One image each.' };
    const classes = figuresOf().classes.map((one) => ({ ...one, images: 1, groups: 1 }));
    const none = figure(null, { why: 'An estimate needs two images.' });
    const text = card({ rejection, calibration }, { estimate: none, classes }, ['Perch', 'Roach']);
    expect(text).toContain('not possible. An estimate needs two images.');
    expect(text).toContain('There is no threshold. Too few. A softmax always names one');
    expect(text).toContain('an order, not percentages. One image each.');
    expect(text).toContain('Images that may show none of its classes: it has no way to say so.');
    expect(text).toContain('**One picture each:** Perch, Roach. `classes.imprint-class` holds');
    expect(card()).not.toContain('One picture');
    expect(text).toContain('all it knows is 2 images in 2 independent groups, of Perch no more than 1 group');
  });

  it('names the background, and lets it say none of these without a threshold', () => {
    const [perch] = metadataOf('tfjs').classes;
    const roach = { ...perch!, label: 'Roach', kind: 'background' as const };
    const rejection = { ...metadataOf('tfjs').rejection, logit: null, reason: 'Too few.' };
    const text = card({ classes: [perch!, roach], rejection });
    expect(text).toContain('| Roach (none of the others) |');
    expect(text).toContain('the class that is none of the others wins');
    expect(text).not.toContain('it has no way to say so');
  });

  it('says how a trained head and base classes came in, and what the estimate leaves out', () => {
    const text = card({
      ...{
        base: 'imagenet',
        join: 'append',
        offset: -0.5,
        leftOut: [1, 2],
        method: 'proxy-nca',
        scale: null,
      },
    });
    expect(text).toContain('**Method:** Proxy-NCA.');
    expect(text).toContain('(join `append`). 2 of them are left out. Own classes have γ = -0.5');
    expect(text).toContain("Among its own classes only: ImageNet's were not in the way.");
    expect(text).not.toContain('**Scale:**');
    expect(text).toContain("ImageNet's 1000 classes come before these");
  });

  it('says what stands between the file and its reader', () => {
    const metadata = metadataOf('tfjs');
    const own = { ...metadata.preprocessing, ownFraming: { kind: 'centreCrop' as const } };
    const text = modelCard({
      metadata: { ...metadata, preprocessing: own },
      figures: figuresOf(),
      onePicture: [],
      check: { ...check, reader: 'Imprint Studio and TensorFlow' },
    });
    expect(text).toContain("The format's own loader takes the centre of every picture");
    expect(text).toContain('not what another program makes of it');
    expect(text).toContain('It does not show that either is right.');
  });

  it('lets no name of a class become part of the text', () => {
    expect(plain('a|b\n# c [d](e) <f> *g*')).toBe('a\\|b \\# c \\[d\\]\\(e\\) \\<f\\> \\*g\\*');
    const classes = figuresOf().classes.map((one, i) => ({ ...one, label: i === 0 ? 'x |\n# y' : 'z' }));
    expect(card({}, { classes })).toContain('| x \\| \\# y | 12 |');
  });
});

describe('LICENCES.txt', () => {
  it('has the licence of the backbone and of what was copied, and asks nothing for the rest', () => {
    const backbone = { name: 'Lite', licence: 'Apache-2.0', licenceText: 'Copyright (c) 2020, Somebody' };
    const text = licencesText(backbone, [{ name: 'tf.min.js.LICENSE', licenceText: 'Copyright others' }]);
    expect(text).toMatch(/Imprint\s+Studio asks nothing for them/);
    expect(text).toContain('The backbone: Lite, licence Apache-2.0');
    expect(text).toContain('Copyright (c) 2020, Somebody');
    expect(text).toContain('tf.min.js.LICENSE');
    expect(text).toContain('Copyright others');
  });

  it('says so where no text came with the backbone', () => {
    const text = licencesText({ name: 'Own', licence: 'unknown', licenceText: null }, []);
    expect(text).toContain('No text of a licence came with this backbone.');
  });
});
