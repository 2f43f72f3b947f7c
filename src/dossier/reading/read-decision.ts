import { memberOf, type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { originalsInForce, redactionsInForce } from '../../custody/release/listed-in-force.js';
import { grantedStatuses, statusOfOutcome } from '../../custody/release/outcome.js';
import type { ReleaseState } from '../../custody/release/state.js';
import { conditionKinds, releaseOutcomes } from '../../custody/vocabulary/releases.js';
import { receivedRequestKinds } from '../../custody/vocabulary/requests.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { Decision, FormPart, PieceOfDecision } from '../paper/document.js';
import type { Bilingual } from '../paper/words.js';
import {
  partOfClassification,
  partOfOriginators,
  partOfSources,
  partOfThirdPersons,
} from './clearance/of-content.js';
import { partOfOriginalPhotographs } from './clearance/of-originals.js';
import {
  partOfDeathPenalty,
  partOfDueDiligence,
  partOfPrivileges,
  partOfTorture,
} from './clearance/of-recipient.js';
import { partOfRequest } from './clearance/of-request.js';
import { partOfQuestions, partOfRecipientQuestions, partOfViews } from './clearance/of-views.js';
import { coded, said } from './clearance/said.js';
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
  /** What decisions take out of the pieces, as it stands. */
  readonly redactions: readonly JsonObject[];
  /** Photographs that go as originals, as it stands; null where no decision could list any. */
  readonly originals: readonly JsonObject[] | null;
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
  const inForce = { redactions: redactionsInForce(acts), originals: originalsInForce(acts) };
  if (typeof named !== 'string')
    return { requested, decided, ...inForce, asked: memberOf(requested.event.body, 'request') };
  const [registered] = await snapshot.placesOf([`request/${named}`]);
  const [act] = await readAll(snapshot, registered === undefined ? [] : [registered.index]);
  return { requested, decided, ...inForce, asked: act?.event.body ?? {} };
}

/** Form D6 as it goes to the recipient: all that was signed in the open, and what is withheld by its name (GATE-8). */
export function decisionOf(
  reading: DossierReading,
  acts: ReleaseActs,
  release: ReleaseState,
  people: People,
  contents: readonly PieceOfDecision[],
): Decision {
  const { snapshot } = reading;
  const { requested, decided, asked } = acts;
  const { body, actor, eventId } = decided.event;
  const outcome = textOf(body.outcome);
  const kind = kindOf(memberOf(asked, 'kind'));
  const conditions = conditionsOf(body);
  const signer = people.signatory(actor);
  const day = textOf(asked.date);
  return {
    number: release.number,
    outcome: inWords(releaseOutcomes)(outcome),
    decided: occurredIn(body.occurred) ?? receivedAt(decided.receivedAt),
    by: { ...signer, capacity: asWritten(textOf(body.capacity) || signer.capacity.fr) },
    validFrom: typeof body.validFrom === 'string' ? instant(body.validFrom) : null,
    validUntil: typeof body.validUntil === 'string' ? instant(body.validUntil) : null,
    requestReference: {
      fr: `${kind.fr} n° ${textOf(asked.reference)}`.trim(),
      en: `${kind.en} no. ${textOf(asked.reference)}`.trim(),
    },
    requested:
      day === ''
        ? (occurredIn(requested.event.body.occurred) ?? receivedAt(requested.receivedAt))
        : { at: `${day}T00:00:00Z`, precision: 'DAY' },
    purpose: asWritten(release.purpose),
    offence: asWritten(release.offence),
    reasons: said(body.reasons),
    parts: partsOf(reading, acts, release, people),
    contents: { entries: contents, whenNone: noPiece },
    conditions: {
      entries: conditions.map(toldCondition),
      whenNone: { fr: "Aucune condition n'a été fixée.", en: 'No condition was set.' },
    },
    returnClause: returnClauseOf(conditions),
    receipt: [snapshot.origin, decided.index, eventId].join('\n'),
    event: eventId,
  };
}

const noPiece: Bilingual = { fr: "La décision n'accorde aucune pièce.", en: 'The decision grants no piece.' };

/** `Réquisition`; the words where no code fits. */
function kindOf({ code, text }: JsonObject): Bilingual {
  return textOf(text) === '' ? coded(receivedRequestKinds, code) : asWritten(textOf(text));
}

/** Each with what it is about; forms 1 and 2 of a decision had the words alone (RQ-62). */
function conditionsOf(body: JsonObject): readonly Condition[] {
  if (!Array.isArray(body.conditions)) return [];
  return (body.conditions as readonly JsonValue[]).flatMap(one => {
    const { kind, text } = isJsonObject(one) ? one : { kind: null, text: one };
    return textOf(text) === '' ? [] : [{ kind: textOf(kind), text: textOf(text) }];
  });
}

interface Condition {
  readonly kind: string;
  readonly text: string;
}

function toldCondition({ kind, text }: Condition): Bilingual {
  if (kind === '') return asWritten(text);
  const { fr, en } = coded(conditionKinds, kind);
  return { fr: `${fr} : ${text}`, en: `${en}: ${text}` };
}

/** What of it comes back, and when; null where nothing is to (D7). */
function returnClauseOf(conditions: readonly Condition[]): Bilingual | null {
  const texts = conditions.filter(({ kind }) => kind === 'RETURN').map(({ text }) => text);
  return texts.length === 0 ? null : asWritten(texts.join(' ; '));
}

/** Form D6 in its parts; of a decision of a former form those that it had. */
function partsOf(
  reading: DossierReading,
  acts: ReleaseActs,
  release: ReleaseState,
  people: People,
): readonly FormPart[] {
  const { body } = acts.decided.event;
  return [
    partOfRequest(acts, people.tell(acts.requested.event.actor)),
    ...partOfQuestions(body),
    ...partOfRecipientQuestions(body),
    ...partOfPrivileges(body),
    ...partOfDueDiligence(body),
    ...partOfDeathPenalty(body),
    ...partOfTorture(body),
    ...partOfSources(body),
    ...partOfOriginators(body),
    ...partOfThirdPersons(body),
    ...partOfClassification(body),
    ...partOfOriginalPhotographs(acts.originals, reading),
    ...partOfViews(body, release),
  ];
}
