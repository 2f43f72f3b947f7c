import { formatTime, parsePublicJwk } from '../../log/index.js';
import { objectsOf, type ReportEvent, textOf } from './report-event.js';
import type { ReportTable, TableRow } from './table.js';

interface Held {
  readonly began: TableRow;
  ended: TableRow;
}

/** Who held which role when, and with which keys he signed (log-format section 8). */
export function grantTables(events: readonly ReportEvent[]): readonly ReportTable[] {
  const roles = new Map<string, Held>();
  const keys = new Map<string, Held>();
  for (const event of events) {
    noteRole(event, roles);
    noteKey(event, keys);
  }
  const rowsOf = (held: ReadonlyMap<string, Held>) => () =>
    [...held.values()].map(({ began, ended }) => [...began, ...ended]);
  return [
    {
      name: 'roles',
      title: { en: 'Who held which role when', fr: 'Qui tenait quel rôle, et quand' },
      columns: ['officer', 'role', 'from', 'until', 'granted at leaf', 'ended at leaf', 'ended', 'reason'],
      rows: rowsOf(roles),
    },
    {
      name: 'keys',
      title: { en: 'Keys of officers', fr: 'Clés des officiers' },
      columns: [
        'officer',
        'key',
        'registered at leaf',
        'registered',
        'revoked at leaf',
        'revoked',
        'reason',
        'compromised since leaf',
      ],
      rows: rowsOf(keys),
    },
  ];
}

function noteRole({ index, event, receivedAt }: ReportEvent, roles: Map<string, Held>): void {
  const { type, body, subject, eventId } = event;
  const received = formatTime(receivedAt);
  const grantOf = (grant: string, officer: string) => `${grant} ${officer}`;
  const officer = subject.slice(subject.indexOf('/') + 1);
  const begin = (grant: string, holder: string, ...cells: TableRow) =>
    roles.set(grantOf(grant, holder), { began: [holder, ...cells], ended: ['', '', ''] });
  if (type === 'log.opened') {
    // The event that founded the log is the grant of every founder.
    for (const founder of objectsOf(body.founders)) {
      begin(eventId, textOf(founder.officer), 'REG', received, '', index);
    }
  } else if (type === 'officer.role-granted') {
    begin(textOf(body.grant), officer, textOf(body.role), textOf(body.from), textOf(body.until), index);
  } else if (type === 'officer.role-ended') {
    const held = roles.get(grantOf(textOf(body.grant), officer));
    if (held !== undefined) held.ended = [index, received, textOf(body.reason)];
  }
}

function noteKey({ index, event, receivedAt }: ReportEvent, keys: Map<string, Held>): void {
  const { type, body, subject } = event;
  const received = formatTime(receivedAt);
  const begin = (officer: string, jwk: unknown) => {
    const { kid } = parsePublicJwk(jwk as never);
    keys.set(kid, { began: [officer, kid, index, received], ended: ['', '', '', ''] });
  };
  if (type === 'log.opened') {
    for (const { officer, jwk } of objectsOf(body.founders)) begin(textOf(officer), jwk);
  } else if (type === 'officer.key-registered') {
    begin(subject.slice(subject.indexOf('/') + 1), body.jwk);
  } else if (type === 'officer.key-revoked') {
    const held = keys.get(textOf(body.kid));
    const since = textOf(body.compromisedSince);
    if (held !== undefined) held.ended = [index, received, textOf(body.reason), since];
  }
}
