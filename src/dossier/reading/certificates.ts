import { type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { eventRule } from '../../custody/catalogue.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import { type FormWords, formFields } from '../../custody/schema/form-fields.js';
import { wordsOfCode } from '../../custody/vocabulary/every-vocabulary.js';
import { safetyStateWords } from '../../custody/vocabulary/states.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { SafetyCertificate, SafetyCertificates } from '../paper/item.js';
import { colon, joined, moment } from '../paper/print/told.js';
import type { Bilingual } from '../paper/words.js';
import { nothing, withheld } from './clearance/said.js';
import type { ItemHistory } from './item-history.js';
import { instant, occurredIn, receivedAt } from './moments.js';
import { momentOfOrigin, type Origin } from './origins.js';
import type { People } from './people.js';
import type { ItemPiece } from './read-pieces.js';

const certificates: ReadonlySet<string> = new Set([
  'evidence.safety-assessed',
  'evidence.certified',
  'evidence.render-safe-certified',
  'evidence.weapon-cleared',
]);

/**
 * Assessments, EOD certificates and weapon-clear slips, the newest last (D7): the item's own, and the one that it took
 * over from what it came of. The scan of a certificate bears a name, and stays out.
 */
export function certificatesOf(
  { state, history }: Pick<ItemPiece, 'state' | 'history'>,
  origins: readonly Origin[],
  people: People,
): SafetyCertificates {
  const own = history.acts
    .filter(({ event }) => certificates.has(event.type))
    .map(act => certificateOf(act, history, null, people));
  const { event } = state.safety;
  const isOwn = event === null || history.acts.some(act => act.event.eventId === event);
  const taken = isOwn ? undefined : takenOver(event, origins, people);
  const elsewhere = isOwn || taken !== undefined ? null : restsElsewhere(state.safety, origins);
  return {
    entries: [...(taken === undefined ? [] : [taken]), ...own],
    whenNone: elsewhere ?? noCertificate,
    elsewhere,
  };
}

/** The act that the safety of a part rests on, where it is inside: with the history of a piece, or alone. */
function takenOver(
  eventId: string,
  origins: readonly Origin[],
  people: People,
): SafetyCertificate | undefined {
  for (const { piece, parent, named } of origins) {
    const acts = [...(piece?.history.acts ?? []), ...named];
    const act = acts.find(({ event }) => event.eventId === eventId);
    if (act === undefined) continue;
    const signatures = named.filter(({ event }) => event.body.eventId === eventId);
    const countersigned = piece?.history.countersigned ?? new Map([[eventId, signatures]]);
    return certificateOf(act, { countersigned }, parent, people);
  }
  return undefined;
}

function certificateOf(
  { event, receivedAt: at }: ReportEvent,
  { countersigned }: Pick<ItemHistory, 'countersigned'>,
  takenFrom: string | null,
  people: People,
): SafetyCertificate {
  const { body, type, form, actor, eventId } = event;
  return {
    title: eventRule(type, form)?.title ?? { fr: type, en: type },
    number: textOf(body.certificate) || null,
    takenFrom,
    issued: occurredIn(body.occurred) ?? receivedAt(at),
    validUntil: typeof body.validUntil === 'string' ? instant(body.validUntil) : null,
    by: people.signatory(actor),
    countersigned: (countersigned.get(eventId) ?? []).map(one => people.signatory(one.event.actor)),
    finding: findingOf(event),
    sha256: null,
  };
}

/** What stands in other rows of a certificate, or in those of every act. */
const inOtherRows = ['occurred', 'place', 'lateEntry', 'overrides', 'certificate', 'validUntil', 'scan'];

const words: FormWords = {
  tell(codes, code) {
    const told = wordsOfCode(codes, code);
    return told && { fr: `${told.fr} (${code})`, en: `${told.en} (${code})` };
  },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  withheld,
  none: nothing,
  name: subject => {
    const id = subject.slice('evidence/'.length);
    return subject.startsWith('evidence/') ? `${evidenceNumber(id)} (${id})` : undefined;
  },
};

/**
 * E11 to E13, GATE-2: what was found, field by field, in the words of the form and of its vocabularies. That nothing
 * stands in a field is a finding too, where the form says what it is: no serial number is visible, no explosive is left.
 */
function findingOf({ type, form, body }: ReportEvent['event']): readonly Bilingual[] {
  const schema = eventRule(type, form)?.body ?? {};
  return formFields(schema, body, words, inOtherRows)
    .filter(({ isEmpty, value }) => !isEmpty || value !== words.none)
    .map(({ label, value }) =>
      value === null ? label : joined([label, value], label.fr.endsWith('?') ? ' ' : colon),
    );
}

const noCertificate: Bilingual = {
  fr: "Aucun certificat de sécurité ni aucune évaluation n'a été établi pour cet objet.",
  en: 'No safety certificate or assessment was issued for this object.',
};

/** GATE-2: a part is as safe as its parent was found to be; who looks for the certificate is told where it is. */
function restsElsewhere(
  { status, certificate, validUntil }: ItemPiece['state']['safety'],
  origins: readonly Origin[],
): Bilingual | null {
  const farthest = origins.at(-1);
  if (farthest === undefined) return null;
  const state = inWords(safetyStateWords)(status);
  const [at, until] = [
    moment(momentOfOrigin(farthest)),
    validUntil === null ? null : moment(instant(validUntil)),
  ];
  const more = {
    fr: [
      ...(certificate === null ? [] : [`, certificat n° ${certificate}`]),
      ...(until === null ? [] : [`, valable jusqu'au ${until.fr}`]),
    ].join(''),
    en: [
      ...(certificate === null ? [] : [`, certificate no. ${certificate}`]),
      ...(until === null ? [] : [`, valid until ${until.en}`]),
    ].join(''),
  };
  const { parent } = farthest;
  return {
    fr: `Repris de ${parent} le ${at.fr}, quand cet objet en est issu : ${state.fr}${more.fr}. L'acte qui le constate fait partie de l'historique de ${parent}, dont ce dossier ne contient pas tous les actes.`,
    en: `Taken over from ${parent} on ${at.en}, when this object came of it: ${state.en}${more.en}. The act that found it is part of the history of ${parent}, of which this dossier does not hold every act.`,
  };
}
