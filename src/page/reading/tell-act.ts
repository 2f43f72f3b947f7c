import { eventRule } from '../../custody/catalogue.js';
import { memberOf, textOf } from './body-members.js';
import type { ActRead, ContentsReading } from './contents-reading.js';
import { type FileRead, isPicture } from './files-read.js';
import { tellReason } from './tell-reason.js';
import { tellRemarks } from './tell-remarks.js';
import { tellSeals } from './tell-seals.js';
import { countWithheld, tellSigned } from './tell-signed.js';
import type { ActTold, OfficerTold, SubjectHistory, WhatIsInside } from './told.js';

/** One act of any history; what it did to custody is of items alone. */
export function tellAct(reading: ContentsReading, act: ActRead): ActTold {
  const { index, receivedAt, event, disclosed } = act;
  const { type, form, body, actor } = event;
  const occurred = memberOf(body, 'occurred');
  return {
    index,
    type,
    title: eventRule(type, form)?.title ?? { en: type, fr: type },
    happened: {
      at: textOf(occurred.at) || null,
      precision: textOf(occurred.precision) || null,
      clockDoubt: textOf(occurred.clockDoubt) || null,
    },
    receivedAt,
    officer: tellOfficer(reading, actor),
    place: textOf(memberOf(body, 'place').description),
    reason: tellReason(body, reading.groupOf(event)),
    seals: tellSeals(type, body),
    countersigners: reading
      .countersignaturesOf(event)
      .map(({ as, ...signer }) => ({ ...tellOfficer(reading, signer), as })),
    remarks: tellRemarks(body),
    withheld: countWithheld(body, disclosed),
    custody: null,
    ended: null,
    lost: false,
    signed: tellSigned(event, disclosed),
  };
}

export function tellOfficer(
  reading: ContentsReading,
  { officer, role }: { readonly officer: string; readonly role: string },
): OfficerTold {
  return { id: officer, name: reading.nameOf(officer), role };
}

/** Of all acts together. */
export function withheldIn(acts: readonly ActRead[]): number {
  return acts.reduce((count, { event, disclosed }) => count + countWithheld(event.body, disclosed), 0);
}

/** @param insideOf what is inside of the file with this SHA-256 */
export function tellFiles(
  files: readonly FileRead[],
  insideOf: (sha256: string) => WhatIsInside,
): Pick<SubjectHistory, 'photographs' | 'documents'> {
  const told = files.map(file => ({ ...file, inside: insideOf(file.sha256) }));
  return { photographs: told.filter(isPicture), documents: told.filter(file => !isPicture(file)) };
}
