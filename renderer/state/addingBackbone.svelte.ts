/**
 * @file The dialog 'Add a model of your own': what was found in it, how it is fed, what a trial says. Nothing is in the list of
 * backbones before it is kept.
 */
import {
  LEAST_SIDE,
  MOST_SIDE,
  type FoundModel,
  type KeptBackbone,
  type Trial,
  type TrialChoices,
  type TrialProgress,
  type WayFigure,
} from '../../main/contract/areas/ownBackbones';
import type { WorkProgress } from '../../main/contract/model';
import type { Calls, WindowChannel } from '../../main/contract/calls';
import { ownBackbones as words } from '../../strings';
import type { Parts } from './labelling';

type Work = 'choose' | 'compare' | 'try' | 'keep';

/** Before that no time is told: the first image takes long. */
const TELLING_MS = 2000;

export class AddingBackbone {
  readonly #parts: Parts;
  #open = $state(false);
  #work = $state<Work | null>(null);
  #stopping = $state(false);
  #found = $state.raw<FoundModel | null>(null);
  #choices = $state.raw<TrialChoices | null>(null);
  #ways = $state.raw<{ of: string; figures: readonly WayFigure[] } | null>(null);
  #trial = $state.raw<Trial | null>(null);
  #progress = $state.raw<TrialProgress | null>(null);
  #since = 0;
  /** What went wrong last, for people; null: nothing. */
  trouble = $state<string | null>(null);
  name = $state('');
  licence = $state('');

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return this.#open;
  }
  /** What is under way; null: nothing. */
  get work(): Work | null {
    return this.#work;
  }
  get stopping(): boolean {
    return this.#stopping;
  }
  get found(): FoundModel | null {
    return this.#found;
  }
  get choices(): TrialChoices | null {
    return this.#choices;
  }
  get trial(): Trial | null {
    return this.#trial;
  }
  get step(): TrialProgress['step'] | null {
    return this.#progress?.step ?? null;
  }

  readonly sideFits = $derived.by(() => {
    const side = this.#choices?.side ?? 0;
    return Number.isInteger(side) && side >= LEAST_SIDE && side <= MOST_SIDE;
  });
  /** The trial is of what is chosen now. */
  readonly isTried = $derived(
    this.#trial !== null && JSON.stringify(this.#trial.choices) === JSON.stringify(this.#choices),
  );
  readonly mayKeep = $derived(
    this.#work === null && this.isTried && this.#trial?.known === null && this.name.trim() !== '',
  );
  /** The figures of all ways, where they were compared with this output and side. */
  readonly ways = $derived(this.#ways?.of === this.#compared ? this.#ways.figures : []);

  get #compared(): string {
    return `${this.#choices?.output} ${this.#choices?.side}`;
  }

  readonly meter = $derived.by((): WorkProgress | null => {
    if (!this.#progress) return null;
    const { done, total } = this.#progress;
    const seconds = (Date.now() - this.#since) / 1000;
    const known = done > 0 && total > 0 && seconds * 1000 > TELLING_MS;
    return {
      done,
      total: total || null,
      rate: null,
      secondsLeft: known ? (seconds / done) * (total - done) : null,
    };
  });

  /** Asks for the folder at once: the dialog stays, with what can be added, where the person did not choose. */
  open(): void {
    this.#forget();
    this.#open = true;
  }

  /** What is under way is stopped on purpose only. */
  close(): void {
    if (this.#work !== null) return;
    this.#open = false;
    void this.#parts.client.bridge.call('ownBackbone:close').catch(() => undefined);
  }

  told(progress: TrialProgress): void {
    if (progress.step !== this.#progress?.step) this.#since = Date.now();
    this.#progress = progress;
  }

  choose(changes: Partial<TrialChoices>): void {
    if (this.#choices) this.#choices = { ...this.#choices, ...changes };
  }

  figure(way: Pick<TrialChoices, 'normalisation' | 'colour'>): WayFigure | null {
    return (
      this.ways.find((one) => one.normalisation === way.normalisation && one.colour === way.colour) ?? null
    );
  }

  async chooseFolder(): Promise<void> {
    const found = await this.#run('choose', 'ownBackbone:choose');
    if (!found) return;
    this.#forget();
    this.#found = found;
    this.#choices = found.suggestion;
    this.name = found.folder.slice(0, 80);
  }

  async compare(): Promise<void> {
    if (!this.#choices) return;
    const of = this.#compared;
    const figures = await this.#run('compare', 'ownBackbone:compare', $state.snapshot(this.#choices));
    if (figures) this.#ways = { of, figures };
  }

  async try(): Promise<void> {
    if (!this.#choices) return;
    const trial = await this.#run('try', 'ownBackbone:try', $state.snapshot(this.#choices));
    if (trial) this.#trial = trial;
  }

  /** @returns what was kept; null where it was not, which is then told */
  async keep(): Promise<KeptBackbone | null> {
    if (!this.mayKeep) return null;
    const named = { name: this.name.trim(), licence: this.licence.trim() || null };
    const kept = await this.#run('keep', 'ownBackbone:keep', named);
    if (!kept) return null;
    this.#open = false;
    this.#parts.project.backbones = kept.backbones;
    this.#parts.notices.say(words.kept(kept.name));
    return kept;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#parts.client.bridge.call('ownBackbone:cancel').catch(() => undefined);
  }

  async #run<C extends WindowChannel>(
    work: Work,
    channel: C,
    ...args: Parameters<Calls[C]>
  ): Promise<ReturnType<Calls[C]> | null> {
    if (this.#work !== null) return null;
    this.#work = work;
    this.#progress = null;
    this.trouble = null;
    try {
      return await this.#parts.client.bridge.call(channel, ...args);
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
      return null;
    } finally {
      this.#work = null;
      this.#stopping = false;
      this.#progress = null;
    }
  }

  #forget(): void {
    this.#found = null;
    this.#choices = null;
    this.#ways = null;
    this.#trial = null;
    this.trouble = null;
    this.name = '';
    this.licence = '';
  }
}
