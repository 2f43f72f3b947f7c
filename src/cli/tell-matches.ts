import { objectsOf } from '../audit/report/report-event.js';
import type { Language } from '../custody/text.js';
import { matchedKinds, resultClasses } from '../custody/vocabulary/laboratory.js';
import { inWords } from '../custody/vocabulary/told.js';
import type { JsonObject } from '../log/index.js';
import { printableLine } from './printable.js';

/** What stands on few items tells more than a year or a country that stands on many; nothing is left out. */
export function byRarity(matches: readonly JsonObject[]): readonly JsonObject[] {
  return matches.toSorted((one, other) => Number(one.items) - Number(other.items));
}

/** One match: on how many items and incidents it stands, each item, and what two officers stated of it. */
export function matchLines(match: JsonObject, language: Language): readonly string[] {
  const found = objectsOf(match.found);
  const more = Number(match.items) - new Set(found.map(({ item }) => item)).size;
  const [first] = found;
  const french = language === 'fr';
  const kind = inWords(matchedKinds)(String(match.kind))[language];
  return [
    printableLine(
      `${kind}${french ? ' : ' : ': '}${first?.reference}  ${french ? 'pièces' : 'items'} ${match.items}  incidents ${match.incidents}`,
    ),
    ...found.flatMap(one => [itemLine(one, french), ...comparedLines(one, language)]),
    ...(more > 0 ? [french ? `  … et ${more} autres pièces` : `  … and ${more} more items`] : []),
  ];
}

function itemLine(one: JsonObject, french: boolean): string {
  const registered = french ? "à l'enregistrement" : 'as registered';
  const cells = [
    one.number,
    one.reference,
    one.place ?? '',
    one.examinationNumber ?? registered,
    one.incident,
  ];
  return printableLine(`  ${cells.map(String).join('  ')}`);
}

function comparedLines(one: JsonObject, language: Language): readonly string[] {
  const stated = language === 'fr' ? 'constaté par deux officiers' : 'stated by two officers';
  return objectsOf(one.compared).map(
    ({ result }) => `    ${stated}: ${inWords(resultClasses)(String(result))[language]}`,
  );
}
