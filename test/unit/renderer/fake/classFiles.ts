/** @file Class files as the fake main process has them: a file of three classes, of which commands carry out what is chosen. */
import type { ClassFileChoice, ClassFilePlan, ClassToSave } from '../../../../main/contract/areas/classFiles';
import type { ClassInfo, Command } from '../../../../main/contract/model';

export class FakeClassFiles {
  /** What the chosen file offers; null: none was chosen. */
  plan: ClassFilePlan | null = null;
  /** What there is to save of a class; null: nothing. */
  look: ClassToSave | null = null;
  /** Where a class was saved; null: nowhere, the dialog was cancelled. */
  place: string | null = '/home/me/Perch.imprint-class';
  /** With which answers a class was saved. */
  readonly saved: { class: string; preview: boolean }[] = [];

  /** The command of main for these choices. */
  adding(choices: readonly ClassFileChoice[]): Command {
    const offered = choices.map(({ entry, into }) => ({ into, one: this.plan!.classes[entry]! }));
    const made = offered.flatMap(({ into, one }): ClassInfo[] =>
      into === null ? [{ id: `made-${one.name}`, name: one.name, colour: 9, key: null, kind: one.kind }] : [],
    );
    const given = offered.map(({ into, one: { name, images, shots } }, i) => ({
      class: into ?? `made-${name}`,
      sums: { of: `${i}`.repeat(64), images, shots, from: this.plan!.name },
    }));
    return { name: 'addGiven', classes: made, given };
  }
}

export const offering = (...classes: Partial<ClassFilePlan['classes'][number]>[]): ClassFilePlan => ({
  ...{ id: 'plan', name: 'theirs.imprint-class', createdAt: '2026-01-02T03:04:05.000Z', why: null },
  classes: classes.map((one, n) => ({
    ...{ name: `Class ${n}`, kind: 'class', images: 4, shots: 3, preview: null, same: null, isThere: false },
    ...one,
  })),
});
