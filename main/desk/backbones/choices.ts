/**
 * @file Which backbone the open project is seen by: what each would cost, and choosing one. The engine keeps the embeddings of
 * others, so that going back reads nothing. Runs in main, with a window or without.
 */
import type { BackboneCost, BackboneShown, DamagedBackbone } from '../../contract/areas/backbones';
import { PersonError } from '../../contract/errors';
import type { ItemRow } from '../../contract/model';
import { EngineGone, type Engine } from '../../engine/supervisor';
import type { Library } from '../../images/library';
import { isOwn, shippedId } from '../../contract/backboneIds';
import type { ProjectStore } from '../../projects/store';
import { seenBy, type InstalledBackbone, type InstalledBackbones } from './installed';
import { told } from '../../../strings/words';

export interface BackboneChoicesParts {
  installed: Pick<InstalledBackbones, 'list' | 'damaged' | 'of'>;
  store: Pick<ProjectStore, 'document' | 'apply'>;
  library: Pick<Library, 'items' | 'reader'>;
  engine: Pick<Engine, 'call'>;
}

export class BackboneChoices {
  constructor(private readonly parts: BackboneChoicesParts) {}

  get list(): BackboneShown[] {
    return this.parts.installed.list.map(({ id, name, kind, inputSize, bytes, imagesPerSecond }) => ({
      ...{ id, name, kind, side: inputSize, bytes, imagesPerSecond },
    }));
  }

  get damaged(): readonly DamagedBackbone[] {
    return this.parts.installed.damaged;
  }

  async costs(): Promise<BackboneCost[]> {
    const { installed, store } = this.parts;
    const { backbone: present } = store.document.settings;
    return Promise.all(
      installed.list.map(async (one) => {
        const items = one.id === present ? 0 : await this.#unread(one);
        return { id: one.id, items };
      }),
    );
  }

  /**
   * A kept head stays in the project: on another backbone it is out of use, and back in use on its own. Base classes are put away
   * with a backbone that has none, in the same step.
   * @throws PersonError where it is not installed
   */
  async choose(id: string): Promise<void> {
    const { installed, store } = this.parts;
    const { backbone: present, base } = store.document.settings;
    if (id === present) return;
    const chosen = installed.list.find((one) => one.id === id);
    if (!chosen) throw new PersonError(told().desk.noSuchBackbone(id));
    const isBack = shippedId(present) === id;
    // As when a tuned one is put away by hand.
    const changes = {
      ...{ ...seenBy(chosen), ...(isBack && { head: null }) },
      ...(isOwn(id) && base !== 'none' && { base: 'none' as const }),
    };
    await store.apply({ name: 'setSettings', changes });
  }

  /** What could not be read is not read again. */
  async #unread({ hash, dimension }: InstalledBackbone): Promise<number | null> {
    const { engine, library } = this.parts;
    const { items, reader } = library;
    const { sidecar, framing } = reader;
    const kept = await engine
      .call('keptFor', { sidecar, framing, backbone: { hash, dimension } })
      .catch((error: unknown) => {
        if (error instanceof EngineGone) return null;
        throw error;
      });
    if (!kept) return null;
    const known = new Set(kept);
    const isUnread = ({ index, state }: ItemRow): boolean =>
      !reader.spares(index) &&
      (state === 'ready' || state === 'waiting') &&
      !known.has(items.hash(index) ?? '');
    return items.rows.filter(isUnread).length;
  }
}
