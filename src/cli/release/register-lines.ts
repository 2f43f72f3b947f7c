import type { Language } from '../../custody/text.js';
import { givenWays, handoverOutcomes } from '../../custody/vocabulary/outcomes.js';
import { inWords, inWordsAndCode } from '../../custody/vocabulary/told.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { printableLine } from '../printable.js';

/** RQ-65: one piece that was given, for a terminal of 80 columns: what, under which release, to whom, what came of it. */
export function registerLines(row: JsonObject, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const { outcome = null } = row;
  const came = isJsonObject(outcome)
    ? `${inWordsAndCode(handoverOutcomes)(String(outcome.stage))[language]}, ${outcome.on}`
    : say('not reported', 'non communiquées');
  const cells = [row.at, inWords(givenWays)(String(row.by))[language], row.number ?? row.piece];
  return [
    cells.map(String).join('  '),
    `    ${row.releaseNumber}  ${row.capacity}`,
    `    unit/${row.unit}`,
    // What an outcome is reported about is named by it.
    `    ${row.given ?? ''}`,
    `    ${say('Outcome: ', 'Suites : ')}${came}`,
  ].map(printableLine);
}
