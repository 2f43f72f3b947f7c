import type { HoldState } from '../../src/custody/hold/state.js';
import type { SourceState } from '../../src/custody/source/state.js';
import type { JsonObject } from '../../src/log/index.js';
import { classifiedBody, partClassifiedBody } from './bodies/evidence.js';
import { holdAct, liftedBody, placedBody } from './bodies/hold.js';
import { informationBody, statementBody, takenBody } from './bodies/information.js';
import { consentBody, linkedBody, sourceBody } from './bodies/source.js';
import { assessedBody, suspendedBody } from './bodies/unit.js';
import type { Intent } from './procedure.js';
import type { Custody } from './random-custody.js';

function onSource(
  c: Custody,
  word: string,
  bodyOf: (state: SourceState) => JsonObject | undefined,
): Intent | undefined {
  const subject = c.earlier(event => event.subject.startsWith('source/'))?.subject;
  const state = subject === undefined ? undefined : c.state<SourceState>(subject);
  const body = state && bodyOf(state);
  if (subject === undefined || body === undefined) return undefined;
  const named = typeof body.consent === 'string' ? { refs: [body.consent] } : {};
  return { subject, type: `source.${word}`, by: c.somebody(['HR', 'LEG']), body, ...named };
}

/** Not the unit that receives: it would receive nothing any more. */
function onSideUnit(c: Custody, word: string, by: string, body: JsonObject): Intent | undefined {
  const subject = c.choice.of(c.units.filter(unit => unit !== `unit/${c.unit}`));
  return subject === undefined ? undefined : { subject, type: `unit.${word}`, by, body };
}

/** An item, or a piece of information. */
function heldPiece(c: Custody): string | undefined {
  const piece = c.earlier(({ subject }) => subject.startsWith('information/'))?.subject;
  return piece !== undefined && c.choice.once(2) ? piece : c.anItem(() => true);
}

function overPieces(c: Custody, word: 'placed' | 'lifted', piece: string, by: string): Intent {
  const body = word === 'placed' ? placedBody(c.at) : liftedBody(c.at);
  const numbered = word === 'placed' ? { number: `DEMO-H-${c.next()}` } : {};
  return holdAct(word, by, { ...body, ...c.circumstances(), ...numbered }, [piece]);
}

/** Information, sources, due diligence and holds: what stands around a release. */
export const pieceActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'information.registered': c => ({
    subject: c.fresh('information'),
    type: 'information.registered',
    by: c.somebody(['JMAC', 'CASE', 'WIT']),
    body: informationBody({
      ...c.circumstances(),
      number: `DEMO-I-${c.next()}`,
      incident: c.choice.once(2) ? c.incident : null,
    }),
  }),
  'information.statement-given': c => ({
    subject: c.fresh('information'),
    type: 'information.statement-given',
    by: c.somebody(['WIT', 'EOD', 'SEC']),
    body: statementBody({
      ...c.circumstances(),
      number: `DEMO-S-${c.next()}`,
      incident: c.incident,
      scene: c.scene,
    }),
  }),
  'information.statement-taken': c => ({
    subject: c.fresh('information'),
    type: 'information.statement-taken',
    by: c.somebody(['WIT', 'CASE', 'HR']),
    body: takenBody({
      ...c.circumstances(),
      number: `DEMO-T-${c.next()}`,
      incident: c.incident,
      scene: null,
    }),
  }),
  'information.classified'(c) {
    const piece = c.earlier(({ subject }) => subject.startsWith('information/'));
    if (piece === undefined) return undefined;
    const body = { ...classifiedBody(c.at), ...c.circumstances() };
    return { subject: piece.subject, type: 'information.classified', by: 'DEMO-LEG-1/LEG', body };
  },
  'evidence.part-classified': c => classifiedPart(c, 'evidence'),
  'information.part-classified': c => classifiedPart(c, 'information'),
  'unit.assessed': c => onSideUnit(c, 'assessed', 'DEMO-HR-1/HR', assessedBody()),
  'unit.suspended': c => onSideUnit(c, 'suspended', c.somebody(['HR', 'HOM']), suspendedBody()),
  'unit.suspension-lifted': c =>
    onSideUnit(c, 'suspension-lifted', c.somebody(['HR', 'HOM']), suspendedBody()),
  'source.registered': c => ({
    subject: c.fresh('source'),
    type: 'source.registered',
    by: c.somebody(['HR', 'JMAC']),
    body: sourceBody({ code: `DEMO-SRC-${c.next()}` }),
  }),
  'source.consent-recorded': c =>
    onSource(c, 'consent-recorded', () => consentBody(c.choice.once(4) ? 'INTERNATIONAL' : 'ANY_NATIONAL')),
  'source.consent-revoked': c =>
    onSource(c, 'consent-revoked', ({ consents }) => {
      const standing = consents.find(({ revokedOn }) => revokedOn === null);
      return standing && { consent: standing.event, reason: null };
    }),
  'source.linked': c =>
    onSource(c, 'linked', ({ consents }) => {
      const piece = heldPiece(c);
      const covers = consents.some(({ use, revokedOn }) => use === 'ANY_NATIONAL' && revokedOn === null);
      // Few pieces are linked without any consent: nothing of them is handed over from then on.
      const links = c.choice.once(3) && (covers || c.choice.once(8));
      return piece === undefined || !links ? undefined : linkedBody(piece);
    }),
  'hold.placed'(c) {
    const piece = heldPiece(c);
    if (piece === undefined) return undefined;
    return { ...overPieces(c, 'placed', piece, c.somebody(['LEG', 'HR', 'AUD'])), subject: c.fresh('hold') };
  },
  'hold.lifted'(c) {
    const placed = c.earlier(({ type }) => type === 'hold.placed');
    const hold = placed && c.state<HoldState>(placed.subject);
    if (placed === undefined || hold === undefined) return undefined;
    const piece = Object.keys(hold.pieces).find(subject => hold.pieces[subject] === 'HELD');
    if (piece === undefined) return undefined;
    return { ...overPieces(c, 'lifted', piece, c.somebody([hold.function])), subject: placed.subject };
  },
};

/** A file or a claim of an earlier act of a piece, by the legal office. */
function classifiedPart(c: Custody, kind: 'evidence' | 'information'): Intent | undefined {
  const event = c.earlier(({ subject, body }) => subject.startsWith(`${kind}/`) && isPlaced(body));
  if (event === undefined) return undefined;
  const pointer = c.choice.once(2) ? '/body/place' : '/body/occurred';
  const body = partClassifiedBody(event.eventId, pointer, c.at, c.circumstances());
  return {
    subject: event.subject,
    type: `${kind}.part-classified`,
    by: 'DEMO-LEG-1/LEG',
    body,
    refs: [event.eventId],
  };
}

function isPlaced({ place, occurred }: JsonObject): boolean {
  return place !== undefined && occurred !== undefined;
}
