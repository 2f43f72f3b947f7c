import type { Language, Text } from '../../custody/text.js';
import { canonicalText, type JsonValue } from '../../log/index.js';
import type { ToldVerdict } from '../../verify/index.js';
import type { Outcome } from '../thread/verifier.js';
import { drawn, element, lines } from './element.js';
import { words } from './words.js';

interface Manner {
  readonly title: Text;
  readonly plain: Text;
  /** Outline of its sign, in a square of 24: a verdict is not told by colour alone. */
  readonly sign: string;
}

const manners: Readonly<Record<ToldVerdict['outcome'], Manner>> = {
  holds: { title: words.holds, plain: words.holdsPlain, sign: 'M5 12.5 l4.5 4.5 L19 7.5' },
  fails: { title: words.fails, plain: words.failsPlain, sign: 'M6 6 L18 18 M18 6 L6 18' },
  unchecked: { title: words.unchecked, plain: words.uncheckedPlain, sign: 'M12 6 v8 M12 17.5 v0.5' },
  'no-export': { title: words.noExport, plain: words.noExportPlain, sign: 'M12 6 v8 M12 17.5 v0.5' },
};

/** The verdict, in the words of the command line. */
export function verdictView({ spoken }: Outcome, language: Language): HTMLElement {
  const { told, verdict } = spoken[language];
  const { title, plain, sign } = manners[told.outcome];
  return element(
    'section',
    { class: `card verdict ${told.outcome}`, 'aria-labelledby': 'verdict-title' },
    element('p', { class: 'kicker' }, words.result[language]),
    element(
      'h2',
      { id: 'verdict-title', tabindex: '-1' },
      drawn(
        'svg',
        { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'sign' },
        drawn('path', { d: sign }),
      ),
      title[language],
    ),
    element('p', { class: 'headline' }, told.headline),
    element('p', { class: 'plain' }, plain[language]),
    lines(told.warnings, 'warnings'),
    ...notProven(told, language),
    told.facts.length === 0 ? null : element('h3', {}, words.checked[language]),
    lines(
      told.facts.map(text => text.trim()),
      'facts',
    ),
    ...told.closing.map(text => element('p', { class: 'closing' }, text)),
    told.beside.length === 0 ? null : element('h3', {}, words.beside[language]),
    lines(told.beside, 'facts'),
    element(
      'details',
      { class: 'machine' },
      element('summary', {}, words.machine[language]),
      element('pre', { id: 'json', tabindex: '0' }, canonicalText(verdict as unknown as JsonValue)),
    ),
    element(
      'p',
      { class: 'print' },
      element('button', { type: 'button', class: 'quiet', click: () => print() }, words.print[language]),
    ),
  );
}

function notProven({ outcome, notProven: open }: ToldVerdict, language: Language): readonly HTMLElement[] {
  if (outcome !== 'holds') return [];
  const list = lines(open, 'open') ?? element('p', {}, words.notProvenNone[language]);
  return [element('h3', {}, words.notProven[language]), list];
}

/** A fault of the machine is no verdict. */
export function faultView(fault: string, language: Language): HTMLElement {
  return element(
    'section',
    { class: 'card verdict unchecked', 'aria-labelledby': 'verdict-title' },
    element('h2', { id: 'verdict-title', tabindex: '-1' }, words.fault[language]),
    element('p', { class: 'plain' }, words.faultPlain[language]),
    element('p', { class: 'headline' }, fault),
  );
}
