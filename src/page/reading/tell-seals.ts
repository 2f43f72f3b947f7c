import type { Text } from '../../custody/text.js';
import { sealStatusLabels } from '../../custody/vocabulary/seals.js';
import type { JsonObject } from '../../log/index.js';
import { memberOf, objectsOf, textOf } from './body-members.js';
import type { SealTold } from './told.js';

/** Every seal that an act names, the former one first; each as it was recorded and as it was read. */
export function tellSeals(type: string, body: JsonObject): readonly SealTold[] {
  const compared = objectsOf(body.seals).map(({ number, found, status }) => ({
    number: textOf(number),
    found: textOf(found) === '' ? null : textOf(found),
    state: sealState(textOf(status)),
  }));
  const own = textOf(body.sealNumber);
  const read = textOf(body.numberRead);
  const state = textOf(body.sealState) || textOf(body.state) || (sealingTypes.has(type) ? 'APPLIED' : '');
  const former = textOf(body.formerSealNumber);
  const foreign = Array.isArray(body.sealsAsFound) ? body.sealsAsFound.map(textOf) : [];
  const exception = textOf(memberOf(body, 'sealException').reason) || textOf(body.sealException);
  return [
    ...(former === '' ? [] : [{ number: former, found: null, state: sealState('SUPERSEDED') }]),
    ...(own === '' ? [] : [{ number: own, found: read === '' ? null : read, state: sealState(state) }]),
    ...compared,
    ...foreign.filter(number => number !== '').map(number => ({ number, found: null, state: null })),
    ...(exception === '' ? [] : [{ number: null, found: null, state: { en: exception, fr: exception } }]),
  ];
}

const sealingTypes: ReadonlySet<string> = new Set([
  'evidence.sealed',
  'evidence.resealed',
  'evidence.put-under-seal',
]);

function sealState(code: string): Text | null {
  if (code === '') return null;
  return Object.hasOwn(sealStatusLabels, code)
    ? sealStatusLabels[code as keyof typeof sealStatusLabels]
    : { en: code, fr: code };
}
