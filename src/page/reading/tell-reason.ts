import type { Text } from '../../custody/text.js';
import { discrepancyKinds, discrepancyOutcomes } from '../../custody/vocabulary/discrepancies.js';
import { destructionReasons } from '../../custody/vocabulary/hazard.js';
import { checkOutPurposes, leftReasons } from '../../custody/vocabulary/recovery.js';
import { releaseOutcomes } from '../../custody/vocabulary/releases.js';
import { openingAuthorities } from '../../custody/vocabulary/seals.js';
import { transferKinds } from '../../custody/vocabulary/transfers.js';
import type { Vocabulary } from '../../custody/vocabulary/vocabulary.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { textOf } from './body-members.js';

/** Members in which an act says why, with the words of their codes; the first that is there counts. */
const members: readonly (readonly [name: string, words: Vocabulary | null])[] = [
  ['purpose', checkOutPurposes],
  ['reason', { ...leftReasons, ...destructionReasons }],
  ['outcome', { ...discrepancyOutcomes, ...releaseOutcomes }],
  ['authority', openingAuthorities],
  ['kind', { ...transferKinds, ...discrepancyKinds }],
  ['finding', null],
];

/**
 * Why an act was done, as it says itself, or else as the act of the group does that it is part of.
 * @param group body of the group's event; undefined where there is none inside
 */
export function tellReason(body: JsonObject, group: JsonObject | undefined): Text | null {
  return reasonIn(body) ?? (group === undefined ? null : reasonIn(group));
}

function reasonIn(body: JsonObject): Text | null {
  for (const [name, words] of members) {
    const told = inWords(body[name], words, name === 'kind');
    if (told !== null) return told;
  }
  return null;
}

/** @param known a kind says why of a few acts only: any other code is no reason */
function inWords(value: JsonValue | undefined, words: Vocabulary | null, known: boolean): Text | null {
  const coded = isJsonObject(value ?? null) ? (value as JsonObject) : null;
  const code = textOf(coded === null ? value : (coded.code ?? coded.kind));
  const beside = coded === null ? '' : textOf(coded.text ?? coded.reference);
  if (code === '') return null;
  const told = words !== null && Object.hasOwn(words, code) ? words[code] : undefined;
  if (told === undefined && known) return null;
  const { en, fr } = told ?? { en: code, fr: code };
  return beside === '' ? { en, fr } : { en: `${en}: ${beside}`, fr: `${fr} : ${beside}` };
}
