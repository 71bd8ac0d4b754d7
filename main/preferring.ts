/**
 * @file What a person prefers, applied at once: theme, language, threads, backbone of new projects, the cache's place and
 * size. Runs in main.
 */
import { nativeTheme } from 'electron';
import os from 'node:os';
import path from 'node:path';
import type {
  CacheContents,
  CacheUse,
  PreferenceChange,
  PreferenceState,
} from './contract/areas/preferences';
import { PersonError } from './contract/errors';
import type { Core } from './core';
import { bytesBelow, canHold, prepareCache, removeCache } from './shell/cacheFolder';
import { nowSpoken, queryOf } from '../strings/chosen';
import { languagesHere, speakAs } from './shell/language';
import { cache, cacheIn, putCacheInto } from './shell/places';
import type { PreferenceFile } from './shell/preferences';
import { limitThreads } from './shell/threads';
import { told } from '../strings/words';

/**
 * What has to be so before anything is started, with a window or without. The language is the window's alone: what commands
 * say is a contract, and English.
 */
export async function applyPreferences(file: PreferenceFile): Promise<void> {
  const { theme, threads } = file.values;
  nativeTheme.themeSource = theme;
  limitThreads(threads);
  const { cacheFolder } = file;
  putCacheInto(cacheFolder !== null && (await canHold(cacheIn(cacheFolder))) ? cacheFolder : null);
}

interface PreferringParts {
  file: PreferenceFile;
  core: Core;
  /** Menus, window and helpers speak the language of now. */
  speakAnew: () => void;
}

export class Preferring {
  constructor(private readonly parts: PreferringParts) {}

  state(): PreferenceState {
    const { core, file } = this.parts;
    return {
      values: file.values,
      languages: languagesHere(),
      processors: os.cpus().length,
      backbones: core.backbones.list.map(({ id, name }) => ({ id, name })),
      cache: { folder: cache(), usual: cache() === cacheIn(null) },
    };
  }

  async change(change: PreferenceChange): Promise<PreferenceState> {
    const { file, core } = this.parts;
    const before = file.values;
    file.change(change);
    const { theme, language, threads, thumbnailLimit } = file.values;
    nativeTheme.themeSource = theme;
    if (thumbnailLimit !== before.thumbnailLimit) await core.thumbnails?.limitTo(thumbnailLimit);
    if (threads !== before.threads) {
      limitThreads(threads);
      core.engine.renew();
    }
    const spoken = queryOf(nowSpoken());
    speakAs(language);
    if (queryOf(nowSpoken()) !== spoken) this.parts.speakAnew();
    return this.state();
  }

  async use(): Promise<CacheUse> {
    const [thumbnails, models] = await Promise.all([
      bytesBelow(cache('thumbnails')),
      bytesBelow(cache('models')),
    ]);
    return { thumbnails, models };
  }

  /** The engine goes on with the backbone that it has in memory, and writes it anew when it next starts. */
  async empty(): Promise<CacheUse> {
    await this.parts.core.thumbnails?.empty();
    await removeCache(cache());
    await this.parts.core.thumbnails?.goTo(cache('thumbnails'), () => prepareCache(cache(), cache(), 'anew'));
    return this.use();
  }

  /** @param folder below which the cache is to be; null: where the system has caches */
  async moveCache(folder: string | null, contents: CacheContents): Promise<PreferenceState> {
    const [from, to] = [cache(), cacheIn(folder)];
    if (from === to) return this.state();
    if (isInside(to, from) || isInside(from, to)) throw new PersonError(told().shell.cacheIntoItself(from));
    await this.parts.core.thumbnails?.goTo(path.join(to, 'thumbnails'), () =>
      prepareCache(from, to, contents),
    );
    putCacheInto(folder);
    this.parts.file.cacheFolder = folder;
    await removeCache(from);
    return this.state();
  }
}

const isInside = (folder: string, other: string): boolean =>
  !path.relative(other, folder).startsWith('..') && !path.isAbsolute(path.relative(other, folder));
