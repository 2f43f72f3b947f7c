import { type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { eventRule } from '../../custody/catalogue.js';
import { signedMembers } from '../../custody/common/signed-members.js';
import { isWithheld } from '../../custody/schema/withheld.js';
import type { Text } from '../../custody/text.js';
import { safetyStateWords } from '../../custody/vocabulary/states.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { SafetyCertificate } from '../paper/item.js';
import { colon, joined, moment } from '../paper/print/told.js';
import type { Bilingual, Section } from '../paper/words.js';
import { withheld } from './clearance/said.js';
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
): Section<SafetyCertificate> {
  const own = history.acts
    .filter(({ event }) => certificates.has(event.type))
    .map(act => certificateOf(act, history, null, people));
  const { event } = state.safety;
  const isOwn = event === null || history.acts.some(act => act.event.eventId === event);
  if (isOwn || event === null) return { entries: own, whenNone: noCertificate };
  const taken = takenOver(event, origins, people);
  return {
    entries: [...(taken === undefined ? [] : [taken]), ...own],
    whenNone: restsElsewhere(state.safety, origins),
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
const toldElsewhere = /^\/(occurred|place|lateEntry|overrides|certificate|validUntil|scan)(\/|$)/;

/** E11 to E13, GATE-2: what was found, member by member, in the words of the form and of its vocabularies. */
function findingOf({ type, form, body }: ReportEvent['event']): readonly Bilingual[] {
  const schema = eventRule(type, form)?.body;
  const order = Object.keys((schema as { readonly properties?: object } | undefined)?.properties ?? {});
  const placeOf = (pointer: string) => order.indexOf(pointer.split('/')[1] ?? '');
  const told = [...signedMembers(schema, body, new Map())]
    .filter(({ pointer }) => !toldElsewhere.test(pointer))
    .sort((one, other) => placeOf(one.pointer) - placeOf(other.pointer))
    .map(({ label, value, told }) => labelled(label, isWithheld(value) ? withheld : told));
  return body.serialAsRead === null ? [...told, noSerial] : told;
}

/** What a label says behind a semicolon is for who fills the form in; a question needs no colon. */
function labelled({ fr, en }: Text, value: Text): Bilingual {
  const short = { fr: fr.split(' ; ')[0] ?? fr, en: en.split('; ')[0] ?? en };
  return joined([short, value], short.fr.endsWith('?') ? ' ' : colon);
}

const noSerial: Text = {
  fr: 'Numéro de série relu : aucun visible',
  en: 'Serial number read again: none visible',
};

const noCertificate: Bilingual = {
  fr: "Aucun certificat de sécurité ni aucune évaluation n'a été établi pour cet objet.",
  en: 'No safety certificate or assessment was issued for this object.',
};

/** GATE-2: a part is as safe as its parent was found to be; who looks for the certificate is told where it is. */
function restsElsewhere(
  { status, certificate, validUntil }: ItemPiece['state']['safety'],
  origins: readonly Origin[],
): Bilingual {
  const farthest = origins.at(-1);
  if (farthest === undefined) return noCertificate;
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
