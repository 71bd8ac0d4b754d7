/** @file Sentences about groups: images that count as one. */
import { count } from '../format';
import { plural } from './plural';
import { timeLeft } from './timeLeft';

const seconds = (value: number): string =>
  value < 60
    ? plural(value, 'second')
    : value < 3600
      ? plural(value / 60, 'minute')
      : plural(value / 3600, 'hour');

export const groups = {
  title: 'Group images',
  why: 'Images of one burst count as one: ten frames of the same bird teach no more than one does, and would make the estimate look better than it is.',
  by: 'Group by',
  byTime: 'Bursts, by time',
  byFolder: 'Each subfolder',
  gap: 'Longest pause within a burst',
  gapIs: seconds,
  regroup: (images: number) => `Also group anew the ${plural(images, 'image')} that have a group`,
  would: (groups: number, images: number) =>
    groups === 0 ? 'No groups' : `${plural(groups, 'group')} with ${plural(images, 'image')}`,
  untimed: (images: number) =>
    `${plural(images, 'image')} ${images === 1 ? 'says' : 'say'} no time and will be left alone.`,
  kept: (images: number) =>
    `${plural(images, 'image')} ${images === 1 ? 'has' : 'have'} a group already and will keep it.`,
  none: {
    time: 'No two images of one folder were taken so soon after each other. Allow a longer pause, or group by subfolder.',
    folder: 'No subfolder holds two images or more that have no group.',
  } as const,
  list: 'Groups that would be made',
  group: (images: number, place: string, span: number | null) =>
    [
      plural(images, 'image'),
      ...(span === null
        ? []
        : [span === 0 ? 'in one second' : `within ${span < 60 ? seconds(span) : timeLeft(span)}`]),
      ...(place ? [place] : []),
    ].join(', '),
  alone: 'One image: no group',
  take: (name: string) => `Make this group: ${name}`,
  cut: (file: string) => `Begin a new group with ${file}`,
  join: 'Join with the group above',
  more: (images: number) => `and ${count(images)} more`,
  make: (groups: number) => `Make ${plural(groups, 'group')}`,
  made: (groups: number, images: number) => `${plural(images, 'image')} put in ${plural(groups, 'group')}`,
  grouped: (images: number) => `${plural(images, 'image')} now count as one`,
  ungrouped: (images: number) => `${plural(images, 'image')} ungrouped`,
  selectMore: 'Select two images or more to group them',
  noneGrouped: 'None of the selected images is in a group',
  action: 'Group',
  undo: 'Ungroup',
  dialog: 'Group bursts or subfolders…',
  details: 'Group',
  count: (images: number) => `${plural(images, 'image')} that count as one`,
  select: 'Select all of the group',
  out: 'Take out of the group',
};
