import type { Language } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import type { Account } from '../account.js';
import { type Vouched, vouchedWords } from '../witnesses.js';

type Say = (en: string, fr: string) => string;

/**
 * As of when the export speaks, and what bounds the times received: the operator says both, and only what others
 * cosigned holds them (log-format sections 4 and 12).
 */
export function tellTimes(account: Account, language: Language): readonly string[] {
  const say: Say = (en, fr) => (language === 'fr' ? fr : en);
  const { asOf } = account.verdict;
  return [
    say(
      `As of ${asOf}, as the operator of the log says; ${latestProven(account, say)}.`,
      `Au ${asOf}, selon l'exploitant du journal ; ${latestProven(account, say)}.`,
    ),
    say('Times received: ', 'Heures de réception : ') +
      `${fromAbove(account, say)}${say(';', ' ;')} ${fromBelow(account, say)}${say('; all to within 5 minutes.', ' ; le tout à 5 minutes près.')}`,
    tellUnbounded(account, say),
  ];
}

function latestProven({ lastCosigned }: Account, say: Say): string {
  if (lastCosigned === null) {
    return say('no cosignature proves any time', 'aucune cosignature ne prouve une heure');
  }
  const { time, witnesses } = lastCosigned;
  const names = witnesses
    .map(witness =>
      say(`log witness ${witness} (a computer)`, `le cosignataire du journal ${witness} (un ordinateur)`),
    )
    .join(', ');
  return say(
    `the latest time proven by cosignatures is ${formatTime(time)}, by ${names}`,
    `la dernière heure prouvée par cosignatures est ${formatTime(time)}, par ${names}`,
  );
}

function fromAbove({ seen, covered }: Account, say: Say): string {
  const vouched = ({ time, ...by }: Vouched): string => {
    const { en, fr } = vouchedWords({ time, ...by });
    return say(`not later than ${formatTime(time)} (${en})`, `au plus tard à ${formatTime(time)} (${fr})`);
  };
  if (seen !== null) return vouched(seen);
  if (covered === null) return say('nothing bounds them from above', 'rien ne les borne par le haut');
  const last = covered.size - 1;
  return say(
    `of leaves 0–${last} ${vouched(covered.seen)}, of later ones not bounded from above`,
    `des feuilles 0–${last} ${vouched(covered.seen)}, les suivantes sans borne haute`,
  );
}

/** An anchor holds the leaves after it: those before it may bear any earlier time. */
function fromBelow({ seen, anchors, verdict }: Account, say: Say): string {
  const [first] = anchors;
  if (first === undefined) {
    return say(
      'no leaf is bounded from below (no anchor is inside)',
      "aucune feuille n'est bornée par le bas (aucun ancrage n'est présent)",
    );
  }
  const before = say(
    `leaves 0–${first.leaf} are not bounded from below (no anchor before them)`,
    `les feuilles 0–${first.leaf} ne sont pas bornées par le bas (aucun ancrage avant elles)`,
  );
  const next = first.leaf + 1;
  if (next >= (verdict.size ?? 0)) return before;
  const after =
    seen !== null
      ? say(`from leaf ${next} on held on both sides`, `à partir de la feuille ${next} tenues des deux côtés`)
      : say(`from leaf ${next} on bounded from below`, `à partir de la feuille ${next} bornées par le bas`);
  return `${before}${say(';', ' ;')} ${after}`;
}

/** What it means that nothing bounds a leaf from below. */
function tellUnbounded({ seen, covered, anchors, verdict }: Account, say: Say): string {
  const last = anchors[0]?.leaf ?? (verdict.size ?? 1) - 1;
  const by = seen ?? (covered !== null && covered.size > last ? covered.seen : null);
  const until = by === null ? '' : say(` up to ${formatTime(by.time)}`, ` jusqu'au ${formatTime(by.time)}`);
  return say(
    `So what stands at leaves 0–${last} may have been entered at any time${until}: its dates are the word of the operator and of the officers.`,
    `Ce qui se trouve aux feuilles 0–${last} a donc pu être inscrit à tout moment${until} : ses dates n'engagent que l'exploitant et les officiers.`,
  );
}
