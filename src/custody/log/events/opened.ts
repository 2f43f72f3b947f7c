import Type from 'typebox';
import { parsePublicJwk } from '../../../log/index.js';
import { uncorrected } from '../../common/state.js';
import { Jwk, Pop } from '../../officer/events/key-registered.js';
import { readKey } from '../../officer/read-key.js';
import { beginning } from '../../rule.js';
import { Exactly, List, Nullable, words } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { refuse, refuseIf } from '../../violation.js';
import { SopRef } from '../sop-reference.js';
import type { LogState } from '../state.js';

const body = Exactly({
  logKey: Type.String({
    ...words('Verifier key of the log', 'Clé de vérification du journal'),
    maxLength: 300,
  }),
  founders: List(
    Exactly({ officer: IdOf('officer', 'Founder', 'Fondateur'), jwk: Jwk, pop: Pop }),
    'Founders, two or more',
    'Fondateurs, deux ou plus',
    { min: 2, max: 20 },
  ),
  sop: SopRef,
  continues: Nullable(
    Type.String({
      ...words('Last note of an older log', "Dernière note d'un journal antérieur"),
      maxLength: 4000,
    }),
  ),
});

/** `log.opened`, leaf 0 (log-format section 8): two founders or more, different officers and keys. */
export const logOpened = beginning<LogState, typeof body>({
  type: 'log.opened',
  form: 1,
  source: 'log-format section 8',
  title: { en: 'Log opened', fr: 'Journal ouvert' },
  body,
  decide(act, circumstances) {
    const { founders } = act.body;
    const officers = new Set(founders.map(founder => founder.officer));
    const keys = new Set<string>();
    for (const [position, { jwk }] of founders.entries()) {
      const key = readKey(jwk);
      if (typeof key === 'string') {
        return [refuse('officer.key-malformed', `/body/founders/${position}/jwk`, { reason: key })];
      }
      keys.add(key.kid);
    }
    const distinct = officers.size === founders.length && keys.size === founders.length;
    const absent = founders
      .slice(1)
      .filter(({ officer }) => !circumstances.countersigners.some(signer => signer.officer === officer));
    return [
      ...refuseIf(!distinct, 'log.founders-not-distinct', '/body/founders'),
      ...refuseIf(founders[0]?.officer !== act.actor.officer, 'log.signer-not-founder', '/actor/officer'),
      ...absent.flatMap(({ officer }) =>
        refuseIf(true, 'log.founder-not-countersigned', '/body/founders', { officer }),
      ),
    ];
  },
  claims: act =>
    act.body.founders
      .map(({ jwk }) => readKey(jwk))
      .flatMap(key => (typeof key === 'string' ? [] : [{ set: 'key', key: key.kid }])),
  evolve: act => ({
    ...uncorrected,
    opened: act.eventId,
    openedAt: act.receivedAt,
    logKey: act.body.logKey,
    founders: act.body.founders.map(({ officer, jwk }) => {
      const key = parsePublicJwk(jwk);
      return { officer, kid: key.kid, jwk: key.jwk };
    }),
    sop: act.body.sop,
  }),
});
