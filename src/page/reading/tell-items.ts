import { eventRule } from '../../custody/catalogue.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import type { Text } from '../../custody/text.js';
import { physicalStateWords } from '../../custody/vocabulary/states.js';
import { memberOf, textOf } from './body-members.js';
import type { ActTold, CustodyTold, ItemHistory, ItemTold, OfficerTold } from './item-history.js';
import type { ActRead, ItemRead, ItemsReading } from './items-reading.js';
import { tellReason } from './tell-reason.js';
import { tellRemarks } from './tell-remarks.js';
import { tellSeals } from './tell-seals.js';
import { countWithheld, tellSigned } from './tell-signed.js';

/** Items in the order in which they were registered. */
export function listItems(reading: ItemsReading): readonly ItemTold[] {
  return [...reading.items.values()].map(tellItem);
}

function tellItem({ subject, acts, pictures, state }: ItemRead): ItemTold {
  return {
    subject,
    number: evidenceNumber(subject.slice('evidence/'.length)),
    description: describe(acts),
    state: state === null ? null : stateWords(state.physical),
    acts: acts.length,
    pictures: pictures.length,
  };
}

/** As who registered it wrote it; an item that came from another is described where it was divided. */
function describe(acts: readonly ActRead[]): Text | null {
  for (const { event } of acts) {
    const { en, fr } = memberOf(event.body, 'description');
    if (textOf(en) !== '' || textOf(fr) !== '') {
      return { en: textOf(en) || textOf(fr), fr: textOf(fr) || textOf(en) };
    }
  }
  return null;
}

function stateWords(physical: string): Text {
  return Object.hasOwn(physicalStateWords, physical)
    ? physicalStateWords[physical as keyof typeof physicalStateWords]
    : { en: physical, fr: physical };
}

/** @param isInside are the bytes of a file inside? */
export function tellHistory(
  reading: ItemsReading,
  item: ItemRead,
  isInside: (sha256: string) => boolean,
): ItemHistory {
  return {
    ...tellItem(item),
    history: item.acts.map(act => tellAct(reading, act)),
    photographs: item.pictures.map(picture => ({ ...picture, inside: isInside(picture.sha256) })),
    gaps: (item.state?.gaps ?? []).map(({ from, until, reason }) => ({ from, until, reason })),
  };
}

function tellAct(reading: ItemsReading, act: ActRead): ActTold {
  const { index, receivedAt, event, disclosed } = act;
  const { type, form, body, actor } = event;
  const occurred = memberOf(body, 'occurred');
  const title = eventRule(type, form)?.title ?? { en: type, fr: type };
  const reason = tellReason(body, reading.groupOf(event));
  return {
    index,
    type,
    title,
    happened: {
      at: textOf(occurred.at) || null,
      precision: textOf(occurred.precision) || null,
      clockDoubt: textOf(occurred.clockDoubt) || null,
    },
    receivedAt,
    officer: tellOfficer(reading, actor),
    place: textOf(memberOf(body, 'place').description),
    reason,
    seals: tellSeals(type, body),
    countersigners: reading
      .countersignaturesOf(event)
      .map(({ as, ...signer }) => ({ ...tellOfficer(reading, signer), as })),
    remarks: tellRemarks(body),
    withheld: countWithheld(body, disclosed),
    custody: tellCustody(reading, act, reason ?? title),
    signed: tellSigned(event, disclosed),
  };
}

function tellOfficer(
  reading: ItemsReading,
  { officer, role }: { readonly officer: string; readonly role: string },
): OfficerTold {
  return { id: officer, name: reading.nameOf(officer), role };
}

function tellCustody(reading: ItemsReading, { custody }: ActRead, reason: Text): CustodyTold | null {
  if (custody === null) return null;
  const { place, location, since } = custody;
  return { officer: tellOfficer(reading, custody), place, shelf: location?.shelf ?? null, reason, since };
}
