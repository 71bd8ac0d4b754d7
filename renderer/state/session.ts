/** @file Everything that lives as long as one project is open in the window. */
import type {
  GuessTable,
  ItemRow,
  Progress,
  ProjectChange,
  ProjectSnapshot,
} from '../../main/contract/model';
import { AddingBackbone } from './addingBackbone.svelte';
import { ArrangingState } from './arranging.svelte';
import { BackboneState } from './backbone.svelte';
import { BoxesState } from './boxes.svelte';
import { Checking } from './checking.svelte';
import { ClassFilesState } from './classFiles.svelte';
import { ClassWork } from './classWork';
import type { Client } from './client';
import { ConfidentState } from './confident.svelte';
import { Duplicates } from './duplicates.svelte';
import { Evaluating } from './evaluating.svelte';
import { ExportState } from './exporting.svelte';
import { ImportState } from './importing.svelte';
import { FineTuning } from './fineTuning.svelte';
import { FramingState } from './framing.svelte';
import { Grouping } from './grouping.svelte';
import { Joining } from './joining.svelte';
import { Labelling, type Parts } from './labelling';
import { Memory } from './memory';
import { Merging } from './merging.svelte';
import { MoveWork } from './moves.svelte';
import { InView } from './inView';
import { LooksState } from './looks.svelte';
import { MapState } from './map.svelte';
import type { Notices } from './notices.svelte';
import { ProjectState } from './project.svelte';
import { ProjectWork } from './projectWork';
import { PurgeState } from './purging.svelte';
import { SavingState } from './saving.svelte';
import { Searching } from './searching.svelte';
import { SelectionState } from './selection.svelte';
import { ViewState } from './view.svelte';

export class Session implements Parts {
  readonly client: Client;
  readonly notices: Notices;
  readonly project: ProjectState;
  readonly selection = new SelectionState();
  readonly view: ViewState;
  readonly inView: InView;
  readonly boxes: BoxesState;
  readonly labelling: Labelling;
  readonly classes: ClassWork;
  readonly classFiles: ClassFilesState;
  readonly looks: LooksState;
  readonly work: ProjectWork;
  readonly searching: Searching;
  readonly arranging: ArrangingState;
  readonly confident: ConfidentState;
  readonly exporting: ExportState;
  readonly evaluating: Evaluating;
  readonly importing: ImportState;
  readonly merging: Merging;
  readonly moving: MoveWork;
  readonly map: MapState;
  readonly framing: FramingState;
  readonly backbone: BackboneState;
  readonly adding: AddingBackbone;
  readonly fineTuning: FineTuning;
  readonly joining: Joining;
  readonly grouping: Grouping;
  readonly duplicates: Duplicates;
  readonly checking: Checking;
  readonly saving: SavingState;
  readonly purging: PurgeState;

  constructor(snapshot: ProjectSnapshot, client: Client, notices: Notices, storage: Storage | null) {
    this.client = client;
    this.notices = notices;
    const memory = new Memory(storage, snapshot.document.id);
    this.project = new ProjectState(snapshot, memory.lastOpening);
    this.view = new ViewState(this.project, this.selection, memory);
    this.inView = new InView(this);
    this.boxes = new BoxesState(this);
    this.labelling = new Labelling(this);
    this.classes = new ClassWork(this, this.labelling);
    this.classFiles = new ClassFilesState(this);
    this.looks = new LooksState(this, this.classes);
    this.work = new ProjectWork(this);
    this.searching = new Searching(this);
    this.arranging = new ArrangingState(this);
    this.confident = new ConfidentState(this, this.labelling);
    this.exporting = new ExportState(this);
    this.evaluating = new Evaluating(this);
    this.importing = new ImportState(this);
    this.merging = new Merging(this);
    this.moving = new MoveWork(this);
    this.map = new MapState(this, memory);
    this.view.reaches.map = () => this.map.list;
    this.framing = new FramingState(this, memory);
    this.backbone = new BackboneState(this, memory);
    this.adding = new AddingBackbone(this);
    this.fineTuning = new FineTuning(this);
    this.joining = new Joining(this);
    this.grouping = new Grouping(this, this.labelling);
    this.duplicates = new Duplicates(this);
    void this.duplicates.follow(snapshot.progress);
    this.checking = new Checking(this, this.classes);
    this.saving = new SavingState(this);
    this.purging = new PurgeState(this);
  }

  /** Takes over what main says now of rows and progress; the document follows by its changes. */
  refresh(snapshot: ProjectSnapshot): void {
    if (snapshot.path !== this.project.path) return;
    this.takeRows(snapshot.items);
    this.takeProgress(snapshot.progress);
    this.project.save = snapshot.save;
  }

  takeRows(rows: readonly ItemRow[]): void {
    const change = this.project.takeRows(rows);
    if (change.added.length + change.removed.length > 0) this.view.append(change);
    this.duplicates.rowsCame();
  }

  /** False when the copy is behind; see `ProjectState.follow`. */
  follow(change: ProjectChange): boolean {
    const followed = this.project.follow(change);
    this.duplicates.changed(change);
    return followed;
  }

  takeProgress(progress: Progress): void {
    this.project.progress = progress;
    this.framing.follow(progress);
    void this.duplicates.follow(progress);
  }

  takeGuesses(guesses: GuessTable | null): void {
    this.project.guesses = guesses;
    this.view.guessesCame();
  }
}
