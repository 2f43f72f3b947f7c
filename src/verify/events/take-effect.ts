import { parsePublicJwk, parseTime, type SignedEvent } from '../../log/index.js';
import { officerOf } from './key-claims.js';
import type { Officers } from './officers.js';

/** What an event that was checked changes for the leaves after it (log-format section 8). */
export function takeEffect({ type, subject, body }: SignedEvent, leaf: number, officers: Officers): void {
  const officer = officerOf(subject);
  switch (type) {
    case 'officer.registered':
      officers.register(officer);
      break;
    case 'officer.key-registered':
      officers.addKey(officer, parsePublicJwk(body.jwk), leaf);
      break;
    case 'officer.key-revoked': {
      const { kid, reason, compromisedSince } = body;
      const since = typeof compromisedSince === 'number' ? compromisedSince : null;
      officers.revokeKey(String(kid), leaf, since);
      if (reason === 'lost') officers.reportLost(String(kid), leaf);
      break;
    }
    case 'officer.role-granted': {
      const until = body.until === null ? null : parseTime(String(body.until), 'role');
      const from = parseTime(String(body.from), 'role');
      officers.grantRole(officer, String(body.grant), {
        role: String(body.role),
        from,
        until,
        granted: leaf,
      });
      break;
    }
    case 'officer.role-ended':
      officers.endRole(officer, String(body.grant), leaf);
      break;
  }
}
