import { type EventRule, following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import type { Text } from '../../text.js';
import { refuseIf } from '../../violation.js';
import { SealNumber } from '../seal-number.js';
import { type SealstockState, statusInStock, type WithdrawnSeal } from '../state.js';

const body = Exactly({
  ...actMembers,
  number: SealNumber('Seal number', 'Numéro de scellé'),
  reason: Prose('What happened to the seal', "Ce qu'il est advenu du scellé"),
  photo: Nullable(File('Photograph of the seal', 'Photographie du scellé')),
});

/**
 * `sealstock.spoiled` and `sealstock.lost` (D3): a seal that will never be applied. It claims the number as
 * used, so that one applied before, or found again later, cannot be both.
 */
function withdrawn(
  word: 'spoiled' | 'lost',
  status: WithdrawnSeal['status'],
  title: Text,
): EventRule<SealstockState> {
  return following<SealstockState, typeof body>({
    type: `sealstock.${word}`,
    form: 1,
    source: 'D3, V8',
    title,
    body,
    decide(state, act, { sop }) {
      const { number } = act.body;
      const { officer, role } = act.actor;
      const issuers: readonly string[] = sop.acts['sealstock.issued']?.signers ?? [];
      const found = statusInStock(state, number);
      return [
        ...refuseIf(found === undefined, 'sealstock.not-in-stock', '/body/number', { number }),
        ...refuseIf(
          found !== undefined && found !== 'ISSUED',
          'sealstock.withdrawn-already',
          '/body/number',
          {
            number,
            status: found ?? '',
          },
        ),
        ...refuseIf(
          officer !== state.issuedTo && !issuers.includes(role),
          'sealstock.not-holder',
          '/actor/officer',
          {
            allowed: issuers.join(', '),
          },
        ),
      ];
    },
    claims: act => [{ set: 'seal-number', key: act.body.number }],
    evolve(state, act) {
      const { number, reason } = act.body;
      const seal: WithdrawnSeal = { status, reason, officer: act.actor.officer, event: act.eventId };
      return { ...state, withdrawn: { ...state.withdrawn, [number]: seal } };
    },
  });
}

export const sealstockSpoiled = withdrawn('spoiled', 'SPOILED_BEFORE_USE', {
  en: 'Seal spoiled before use',
  fr: "Scellé détérioré avant l'emploi",
});

export const sealstockLost = withdrawn('lost', 'LOST_STOCK', {
  en: 'Seal lost before use',
  fr: "Scellé perdu avant l'emploi",
});
