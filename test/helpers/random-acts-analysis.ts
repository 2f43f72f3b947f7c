import { consumedOf, piecesOf } from '../../src/custody/identification/pieces.js';
import type { IdentificationState } from '../../src/custody/identification/state.js';
import type { ReferenceState } from '../../src/custody/reference/state.js';
import type { JsonObject } from '../../src/log/index.js';
import { identify, part, restate, statement, withdraw } from './bodies/identification.js';
import { entry, openReference } from './bodies/reference.js';
import type { Intent } from './procedure.js';
import type { Custody } from './random-custody.js';

const identifiers = ['JMAC', 'WIT', 'CSO'];

/** Sub-lots that come to what the item is, or, of somebody who does not look, to something else. */
function statementOf(c: Custody, item: string): JsonObject {
  const state = c.item(item);
  const pieces = c.careless ? 7 : (piecesOf(state.quantity, consumedOf(state)) ?? 5);
  const first = Math.max(1, Math.floor(pieces / 2));
  const parts =
    c.choice.once(2) && pieces > first ? [part(first), part(pieces - first, { year: 2013 })] : [part(first)];
  const counted = parts.length === 2 ? pieces : first;
  return statement(parts, Math.max(0, pieces - counted));
}

/** An identification there is, with its item. */
function standing(c: Custody) {
  const subject = c.earlier(event => event.subject.startsWith('identification/'))?.subject;
  const state = subject === undefined ? undefined : c.state<IdentificationState>(subject);
  return subject === undefined || state === undefined ? undefined : { subject, state };
}

function onCollection(
  c: Custody,
  word: string,
  bodyOf: (state: ReferenceState) => JsonObject | undefined,
): Intent | undefined {
  const subject = c.earlier(event => event.subject.startsWith('reference/'))?.subject;
  const state = subject === undefined ? undefined : c.state<ReferenceState>(subject);
  const body = state && bodyOf(state);
  if (subject === undefined || body === undefined) return undefined;
  return {
    subject,
    type: `reference.${word}`,
    by: c.somebody(['JMAC', 'CSO']),
    body: { ...c.circumstances(), ...body },
  };
}

const anyKey = (c: Custody, { entries }: ReferenceState) => c.choice.of(Object.keys(entries));

/** The analysts' side: what items are, and what that rests on. */
export const analysisActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'identification.made': c => {
    const item = c.anItem(({ quantity }) => quantity.amount !== '0');
    if (item === undefined) return undefined;
    const id = item.slice('evidence/'.length);
    const { body, ...intent } = identify(id, statementOf(c, item), {
      by: c.somebody(identifiers),
      subject: c.fresh('identification'),
    });
    return { ...intent, body: { ...body, ...c.circumstances() } };
  },
  'identification.restated': c => {
    const found = standing(c);
    if (found === undefined) return undefined;
    const stated = statementOf(c, `evidence/${found.state.item}`);
    const { body, ...intent } = restate(stated, { by: c.somebody(identifiers), subject: found.subject });
    return { ...intent, body: { ...body, ...c.circumstances() } };
  },
  'identification.withdrawn': c => {
    const found = standing(c);
    if (found === undefined) return undefined;
    const { body, ...intent } = withdraw({ by: c.somebody(identifiers), subject: found.subject });
    return { ...intent, body: { ...body, ...c.circumstances() } };
  },
  'reference.opened': c => {
    const intent = openReference({ ...c.circumstances(), name: `DEMO-REFERENCE-${c.next()}` });
    return { ...intent, subject: c.fresh('reference'), by: c.somebody(['JMAC', 'CSO']) };
  },
  'reference.entries-added': c =>
    onCollection(c, 'entries-added', () => ({
      entries: [
        { key: `DEMO-${c.next()}`, ...entry() },
        { key: `DEMO-${c.next()}`, ...entry({ mark: '32' }) },
      ],
    })),
  'reference.entry-restated': c =>
    onCollection(c, 'entry-restated', state => {
      const key = anyKey(c, state);
      return key === undefined
        ? undefined
        : { key, entry: entry({ country: `DEMO-${c.next()}` }), reason: 'DEMO: a better source' };
    }),
  'reference.entry-withdrawn': c =>
    onCollection(c, 'entry-withdrawn', state => {
      const key = anyKey(c, state);
      return key === undefined ? undefined : { key, reason: 'DEMO: read wrongly' };
    }),
};
