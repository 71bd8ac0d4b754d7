/**
 * @file The dialog 'What the model sees': what is chosen in it, on which image it is shown, and what it would cost. The
 * project changes only when it is applied.
 */
import { shippedId } from '../../main/contract/backboneIds';
import type { FramingCost } from '../../main/contract/areas/framing';
import type { Framing, Progress } from '../../main/contract/model';
import { exampleRows, sameFraming } from '../logic/framing';
import { app, banner, framing as words } from '../../strings';
import { apply, type Parts } from './labelling';
import type { Memory } from './memory';
import { RegionHand } from './region.svelte';

/** Fewer say little of how fast many are read. */
const TELLING = 20;

export class FramingState {
  readonly #parts: Parts;
  readonly #memory: Pick<Memory, 'kept' | 'keep'>;
  readonly region = new RegionHand(() => void this.#ask());
  /** Whether the dialog is open. */
  open = $state(false);
  #kind = $state<Framing['kind']>('stretch');
  #examples = $state.raw<readonly number[]>([]);
  #place = $state(0);
  #cost = $state.raw<FramingCost | null>(null);
  #asked = 0;
  /** How many were read when reading last began, and how fast it goes; null while nothing is read. */
  #run: { begun: number; rate: number | null } | null = null;

  constructor(parts: Parts, memory: Pick<Memory, 'kept' | 'keep'>) {
    this.#parts = parts;
    this.#memory = memory;
  }

  /** What would be applied; null while a region is to be drawn still. */
  readonly wanted: Framing | null = $derived.by(() => {
    if (this.#kind !== 'region') return { kind: this.#kind };
    return this.region.box ? { kind: 'region', box: this.region.box } : null;
  });
  /** The same, with a drag under way. */
  readonly shown: Framing | null = $derived.by(() => {
    const box = this.region.shown;
    return this.#kind === 'region' && box ? { kind: 'region', box } : this.wanted;
  });
  readonly isChange = $derived.by(() => {
    const { wanted } = this;
    return wanted !== null && !sameFraming(wanted, this.#parts.project.document.settings.framing);
  });

  get kind(): Framing['kind'] {
    return this.#kind;
  }
  /** null until main has said it. */
  get cost(): FramingCost | null {
    return this.#cost;
  }
  /** Images per second when many were last read; null: never yet. */
  get rate(): number | null {
    return this.#memory.kept.rates[this.#backbone] ?? null;
  }
  get #backbone(): string {
    return shippedId(this.#parts.project.document.settings.backbone);
  }
  get place(): number {
    return this.#place;
  }
  get examples(): number {
    return this.#examples.length;
  }
  /** The image that the choice is shown on; null where none has been read. */
  get item() {
    return this.#parts.project.items[this.#examples[this.#place] ?? -1] ?? null;
  }

  start(): void {
    const { notices, project, selection } = this.#parts;
    if (project.readOnly !== null) return notices.info(banner.readOnly);
    const { framing } = project.document.settings;
    const image = project.items[selection.focus]?.image ?? -1;
    this.#examples = exampleRows(project.items, image);
    this.#place = 0;
    this.region.box = framing.kind === 'region' ? framing.box : null;
    this.open = true;
    this.choose(framing.kind);
  }

  choose(kind: Framing['kind']): void {
    this.#kind = kind;
    void this.#ask();
  }

  /** To another image, going round. */
  look(by: 1 | -1): void {
    if (this.examples > 0) this.#place = (this.#place + by + this.examples) % this.examples;
  }

  async apply(): Promise<void> {
    const { notices, project } = this.#parts;
    const framing = this.wanted;
    if (!framing || !this.isChange) return;
    this.open = false;
    if (await apply(this.#parts, { name: 'setSettings', changes: { framing } }))
      notices.confirm(words.done(framing.kind), project.revision);
  }

  /** Notes how fast images are read, for the next time that somebody asks. */
  follow({ done, rate, state }: Progress): void {
    if (state === 'running') {
      this.#run ??= { begun: done, rate: null };
      if (done - this.#run.begun >= TELLING) this.#run.rate = rate ?? this.#run.rate;
      return;
    }
    if (this.#run?.rate)
      this.#memory.keep({ rates: { ...this.#memory.kept.rates, [this.#backbone]: this.#run.rate } });
    this.#run = null;
  }

  /** A late answer is about something else. */
  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    const cost =
      this.wanted && (await this.#parts.client.ask(app.couldNot.cost, 'framing:cost', this.wanted));
    if (asked === this.#asked && cost) this.#cost = cost;
  }
}
