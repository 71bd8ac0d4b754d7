/** @file What calls about how good the classifier is do. Runs in main. */
import type { EvaluatingCalls } from '../../contract/areas/evaluating';
import { reportName, saveReport } from '../../reports/saving';
import { chooseDirectory, chooseNewFile } from '../../shell/dialogs';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';
import { told } from '../../../strings/words';

export const evaluatingHandlers = ({ desk, window, report }: HandlerParts): HandlersOf<EvaluatingCalls> => ({
  // The window may still ask while the project closes, and a person did not: there is nothing to say then.
  'evaluation:overview': () => desk.session?.evaluations.overview() ?? null,
  'evaluation:state': () =>
    desk.session?.evaluations.state() ?? { contest: null, progress: null, failed: null },
  'evaluation:contest': (request) => desk.open.evaluations.start(request),
  'evaluation:cancel': () => desk.open.evaluations.cancel(),
  'evaluation:kept': () => desk.open.evaluations.kept(),
  'evaluation:open': (id) => desk.open.evaluations.open(id),
  'evaluation:forget': (id) => desk.open.evaluations.forget(id),
  'evaluation:curve': ({ seed }) => desk.open.evaluations.curve(seed),
  'evaluation:operating': ({ class: id, miss }) => desk.open.evaluations.operating(id, miss),
  'evaluation:receipt': () => desk.session?.baseImages.receipt() ?? null,
  'evaluation:base': async () => {
    const { baseImages } = desk.open;
    const title = told().asked.baseImages;
    const chosen = await chooseDirectory(window.browserWindow, title, told().asked.buttons.measure);
    return chosen === null ? null : baseImages.measure(chosen);
  },
  'evaluation:cancelBase': () => desk.session?.baseImages.cancel(),
  'evaluation:save': async ({ at, as }) => {
    const { name, evaluations } = desk.open;
    const contest = await evaluations.open(at);
    const about = { ...report, name };
    const proposed = reportName(about, contest, as);
    const chosen = await chooseNewFile(window.browserWindow, told().asked.saveComparison, proposed, [
      kinds()[as],
    ]);
    return chosen === null ? null : saveReport(chosen, as, contest, about);
  },
});

const kinds = () => ({
  csv: { name: told().asked.table, extensions: ['csv'] },
  html: { name: told().asked.report, extensions: ['html'] },
});
