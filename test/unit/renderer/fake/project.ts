/** @file The fake project's document, small enough to read in a test. */
import type { ProjectDocument } from '../../../../main/contract/model';

export function fakeDocument(name = 'Garden photos'): ProjectDocument {
  return {
    schema: 2,
    id: 'p1',
    name,
    createdAt: '2026-01-02T03:04:05.000Z',
    folders: [{ id: 'f1', path: '/photos', subfolders: 'plain', purpose: 'label' }],
    classes: [],
    boxes: {},
    labels: {},
    groups: {},
    roles: {},
    excluded: {},
    places: {},
    times: {},
    draws: [],
    settings: {
      backbone: 'efficientnet-lite0',
      ownBackbone: null,
      framing: { kind: 'stretch' },
      base: 'none',
      join: 'replace',
      balanced: true,
      head: null,
      offset: 0,
      suppressed: [],
    },
  };
}
