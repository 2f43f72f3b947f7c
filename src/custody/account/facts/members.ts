import { parseTime } from '../../../log/index.js';
import { endOf } from '../../common/time-order.js';
import { Code, Exactly, Line, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { Day, type Occurrence } from '../../schema/occurrence.js';
import { CountRange } from '../../schema/range.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import {
  accountCredibilities,
  accountSources,
  datePrecisions,
  sourceReliabilities,
} from '../../vocabulary/accounts.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { AccountState } from '../state.js';
import { CasualtyList, casualtiesOnRecord, checkCasualties, checkRange } from './casualties.js';

/** What one source says of an incident: stated whole when it is given, and whole again when it is restated. */
export const accountMembers = {
  source: Exactly(
    {
      kind: Coded(accountSources, 'Kind of source', 'Nature de la source'),
      description: Withholdable(
        Prose('Who or what the source is', 'Qui ou quelle est la source', 1000),
        'The source',
        'La source',
      ),
    },
    words('Source', 'Source'),
  ),
  reliability: Nullable(
    Code(codesOf(sourceReliabilities), 'Reliability of the source', 'Fiabilité de la source'),
  ),
  credibility: Nullable(
    Code(codesOf(accountCredibilities), 'Credibility of what it says', 'Crédibilité de ce qu’elle dit'),
  ),
  asOf: Day('As of which day the source says so', 'Date à laquelle la source le dit'),
  casualties: CasualtyList,
  assailants: Nullable(CountRange('Assailants; null: not said', 'Assaillants ; null : non indiqué')),
  assailantsDead: Nullable(
    CountRange('Assailants dead; null: not said', 'Assaillants morts ; null : non indiqué'),
  ),
  damage: Nullable(Prose('Damage', 'Dégâts', 2000)),
  statedPlace: Nullable(Line('Place, as the source gives it', 'Lieu, tel que la source le donne')),
  statedDate: Nullable(
    Exactly({
      on: Day('Day', 'Jour'),
      precision: Code(codesOf(datePrecisions), 'How precisely', 'Précision'),
    }),
    words('Date, as the source gives it', 'Date, telle que la source la donne'),
  ),
} as const;

const account = Exactly(accountMembers);
type StatedAccount = Static<typeof account>;

export function checkAccount(
  stated: StatedAccount & { readonly occurred: Occurrence },
): readonly Violation[] {
  const { occurred, asOf, casualties, assailants, assailantsDead } = stated;
  return [
    ...refuseIf(beginsAfter(asOf, occurred), 'account.as-of-later', '/body/asOf', {
      asOf,
      occurred: occurred.at,
    }),
    ...checkCasualties(casualties),
    ...checkRange(assailants, '/body/assailants'),
    ...checkRange(assailantsDead, '/body/assailantsDead'),
  ];
}

/** East of the meridian a day begins up to 14 hours before it does at Greenwich. */
const earliestMorning = 14 * 3_600_000;

function beginsAfter(day: string, occurred: Occurrence): boolean {
  return parseTime(`${day}T00:00:00Z`) - earliestMorning >= endOf(occurred);
}

type AccountOnRecord = Pick<
  AccountState,
  | 'sourceKind'
  | 'reliability'
  | 'credibility'
  | 'asOf'
  | 'casualties'
  | 'assailants'
  | 'assailantsDead'
  | 'damage'
  | 'statedPlace'
  | 'statedDate'
>;

/** The account as it stands on record: of the source its kind, and no more. */
export function accountOnRecord(stated: StatedAccount): AccountOnRecord {
  const { reliability, credibility, asOf, assailants, assailantsDead, damage } = stated;
  return {
    sourceKind: codeOrText(stated.source.kind),
    reliability,
    credibility,
    asOf,
    casualties: casualtiesOnRecord(stated.casualties),
    assailants,
    assailantsDead,
    damage,
    statedPlace: stated.statedPlace,
    statedDate: stated.statedDate,
  };
}
