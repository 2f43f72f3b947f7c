import { memberOf, type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { eventRule } from '../../custody/catalogue.js';
import { grantedStatuses, statusOfOutcome } from '../../custody/release/outcome.js';
import type { ReleaseState } from '../../custody/release/state.js';
import { describedAt } from '../../custody/schema/annotations.js';
import { releaseOutcomes, requestKinds } from '../../custody/vocabulary/releases.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { Decision } from '../paper/document.js';
import type { Bilingual, Row } from '../paper/words.js';
import type { DossierReading } from './dossier-reading.js';
import { readAll } from './item-history.js';
import { instant, occurredIn, receivedAt } from './moments.js';
import { asWritten, type People } from './people.js';

/** The request and the decision that the dossier is made under, as they were signed. */
export interface ReleaseActs {
  readonly requested: ReportEvent;
  readonly decided: ReportEvent;
  /** The request of the authority: kind, reference and day, as its own act or the release's says them. */
  readonly asked: JsonObject;
}

/** @throws Error where the release was never granted: that is judged before */
export async function readReleaseActs({ snapshot, request }: DossierReading): Promise<ReleaseActs> {
  const places = await snapshot.placesOf([`release/${request.release}`]);
  const acts = await readAll(
    snapshot,
    places.map(({ index }) => index),
  );
  const requested = acts.find(({ event }) => event.type === 'release.requested');
  const decided = acts.findLast(
    ({ event }) =>
      event.type === 'release.decided' &&
      grantedStatuses.includes(statusOfOutcome[event.body.outcome as keyof typeof statusOfOutcome]),
  );
  if (requested === undefined || decided === undefined) throw new Error('the release was not granted');
  const { request: named } = requested.event.body;
  if (typeof named !== 'string')
    return { requested, decided, asked: memberOf(requested.event.body, 'request') };
  const [registered] = await snapshot.placesOf([`request/${named}`]);
  const [act] = await readAll(snapshot, registered === undefined ? [] : [registered.index]);
  return { requested, decided, asked: act?.event.body ?? {} };
}

/** The extract of form D6 that goes to the recipient. */
export function decisionOf(
  { snapshot }: DossierReading,
  { requested, decided, asked }: ReleaseActs,
  release: ReleaseState,
  people: People,
): Decision {
  const { body, actor, eventId } = decided.event;
  const outcome = textOf(body.outcome);
  const kind = inWords(requestKinds)(textOf(memberOf(asked, 'kind').code));
  const signer = people.signatory(actor);
  const day = textOf(asked.date);
  return {
    number: release.number,
    outcome: inWords(releaseOutcomes)(outcome),
    decided: occurredIn(body.occurred) ?? receivedAt(decided.receivedAt),
    by: { ...signer, capacity: asWritten(textOf(body.capacity) || signer.capacity.fr) },
    validFrom: typeof body.validFrom === 'string' ? instant(body.validFrom) : null,
    validUntil: typeof body.validUntil === 'string' ? instant(body.validUntil) : null,
    requestReference: `${kind.fr} ${textOf(asked.reference)}`.trim(),
    requested:
      day === ''
        ? (occurredIn(requested.event.body.occurred) ?? receivedAt(requested.receivedAt))
        : { at: `${day}T00:00:00Z`, precision: 'DAY' },
    purpose: asWritten(release.purpose),
    offence: asWritten(release.offence),
    reasons: kept,
    rows: [...rowsOf(decided), ...rowsOf(requested)],
    conditions: {
      entries: conditionsIn(body.conditions),
      whenNone: { fr: "Aucune condition n'a été fixée.", en: 'No condition was set.' },
    },
    returnClause: null,
    receipt: [snapshot.origin, decided.index, eventId].join('\n'),
    event: eventId,
  };
}

/** The four answers, their grounds and the assessment of his own authorities stay with who decides. */
const kept: Bilingual = {
  fr: "Les motifs de la décision restent au dossier de la Mission ; la décision elle-même est signée et figure à l'historique de chaque pièce.",
  en: 'The reasons stay on the file of the Mission; the decision itself is signed and stands in the history of each piece.',
};

function conditionsIn(value: JsonValue | undefined): readonly Bilingual[] {
  if (!Array.isArray(value)) return [];
  const texts = (value as readonly JsonValue[]).map(one =>
    isJsonObject(one) ? textOf(one.text) : textOf(one),
  );
  return texts.filter(text => text !== '').map(asWritten);
}

/** Members of form D6 that may be told to the recipient, beside those that have a place of their own. */
const told: readonly string[] = [
  'mandateBasis',
  'legalBasis',
  'privileges',
  'immunities',
  'privilegesAndImmunities',
  'assurance',
  'classificationAfter',
  'classification',
  'redactions',
  'personalData',
  'returnClause',
  'onwardSharing',
];

function rowsOf({ event: { type, form, body } }: ReportEvent): readonly Row[] {
  const schema = eventRule(type, form)?.body;
  return told.flatMap(name => {
    const value = said(body[name]);
    const words = schema && describedAt(schema, `/${name}`);
    if (value === '' || words === undefined) return [];
    return [{ label: { en: words.en || name, fr: words.fr || name }, value: asWritten(value) }];
  });
}

/** What stands in a member, joined; a withheld one says nothing. */
function said(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return (value as readonly JsonValue[])
      .map(said)
      .filter(text => text !== '')
      .join(' ; ');
  if (!isJsonObject(value)) return textOf(value);
  const members: JsonObject = value;
  if (Object.hasOwn(members, '_sd')) return '';
  return Object.values(members)
    .map(said)
    .filter(text => text !== '')
    .join(', ');
}
