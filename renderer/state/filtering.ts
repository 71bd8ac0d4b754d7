/** @file The choices that each facet offers, for the menus: what they are called, how many there are, what a click does. */
import type { ClassInfo, LabelHow } from '../../main/contract/model';
import { LAST_OPENING, toggled, type FacetName } from '../logic/filter';
import type { Choices } from '../logic/filterChoices';
import { HOWS } from '../logic/labels';
import { filters as words } from '../../strings';
import type { Lookup } from '../logic/facetWords';
import type { ProjectState } from './project.svelte';
import type { ViewState } from './view.svelte';

export interface Choice {
  key: string;
  label: string;
  count: number | null;
  checked: boolean;
  /** Of a class. */
  info?: ClassInfo;
  choose: () => void;
}

/** Facets that are chosen from a list; the others have an editor. */
export type Listed = 'class' | 'guess' | 'how' | 'role' | 'folder' | 'place' | 'kind';

interface Parts {
  project: ProjectState;
  view: ViewState;
}

const LISTED: readonly FacetName[] = ['class', 'guess', 'how', 'role', 'folder', 'place', 'kind'];
const AT_MOST = 200;

export function isListedFacet(name: FacetName): name is Listed {
  return LISTED.includes(name);
}

export function lookup(project: ProjectState): Lookup {
  return {
    className: (id) => project.classById.get(id)?.name ?? '',
    folderName: (folder) => {
      const slash = folder.indexOf('/');
      const path = project.document.folders.find(({ id }) => id === folder.slice(0, slash))?.path ?? '';
      const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
      return [name, folder.slice(slash + 1)].filter((part) => part !== '').join('/');
    },
  };
}

/** Whether a facet has anything to choose between in this project. */
export function isUseful(name: FacetName, found: Choices): boolean {
  switch (name) {
    case 'class':
    case 'guess':
      return found[name].size > 0;
    case 'folder':
      return found.folder.size > 1;
    case 'how':
    case 'place':
      return found[name].size > 0;
    case 'role':
      return found.check > 0;
    case 'kind':
      return found.boxes > 0;
    case 'captured':
      return found.captured > 0;
    case 'confidence':
      return found.percentages;
    case 'set':
    case 'status':
      return false;
    // Looked for when it is chosen.
    case 'duplicates':
    case 'text':
    case 'added':
      return true;
  }
}

export function choicesOf(name: Listed, parts: Parts, found: Choices): Choice[] {
  const { project, view } = parts;
  const { filter } = view;
  const { folderName } = lookup(project);
  switch (name) {
    case 'class': {
      const part = filter.class?.part ?? 'both';
      return ofClasses(project, found.class, filter.class?.classes, (classes) =>
        view.set('class', classes && { classes, part }),
      );
    }
    case 'guess':
      return ofClasses(project, found.guess, filter.guess, (classes) => view.set('guess', classes));
    case 'how':
      return HOWS.filter((how): how is LabelHow => how !== null && found.how.has(how)).map((how) =>
        many(how, words.how[how], found.how, filter.how, (hows) => view.set('how', hows)),
      );
    case 'place':
      return [...found.place.keys()]
        .sort()
        .slice(0, AT_MOST)
        .map((place) => many(place, place, found.place, filter.place, (places) => view.set('place', places)));
    case 'folder':
      return [...found.folder.keys()]
        .slice(0, AT_MOST)
        .map((folder) =>
          one(folder, folderName(folder), found.folder.get(folder) ?? 0, filter.folder, (value) =>
            view.set('folder', value),
          ),
        );
    case 'role':
      return (['learn', 'check'] as const).map((role) =>
        one(role, words.role[role], role === 'check' ? found.check : null, filter.role, (value) =>
          view.set('role', value),
        ),
      );
    case 'kind':
      return (['image', 'box'] as const).map((kind) =>
        one(kind, words.kind[kind], kind === 'box' ? found.boxes : null, filter.kind, (value) =>
          view.set('kind', value),
        ),
      );
  }
}

function ofClasses(
  project: ProjectState,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[] | undefined,
  set: (classes: readonly string[] | undefined) => void,
): Choice[] {
  return project.document.classes.map((info) => ({ ...many(info.id, info.name, counts, chosen, set), info }));
}

function many<T extends string>(
  value: T,
  label: string,
  counts: ReadonlyMap<string, number>,
  chosen: readonly T[] | undefined,
  set: (values: readonly T[] | undefined) => void,
): Choice {
  const checked = chosen?.includes(value) ?? false;
  return {
    key: value,
    label,
    count: counts.get(value) ?? 0,
    checked,
    choose: () => set(toggled(chosen, value)),
  };
}

function one<T extends string>(
  value: T,
  label: string,
  count: number | null,
  chosen: T | undefined,
  set: (value: T | undefined) => void,
): Choice {
  const checked = chosen === value;
  return { key: value, label, count, checked, choose: () => set(checked ? undefined : value) };
}

/** What a facet with an editor begins with. */
export function startFacet(name: FacetName, { view }: Parts): void {
  if (name === 'confidence' && !view.filter.confidence) view.set('confidence', { from: 0.5, to: 0.9 });
  if (name === 'added' && !view.filter.added) view.set('added', LAST_OPENING);
  view.fields.editing = name;
}
