import { following } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable } from '../../schema/described.js';
import { pieceGroupMembers } from '../../schema/group.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { checkStillCovered } from '../../source/check-still-covered.js';
import { checkDueDiligence } from '../../unit/due-diligence.js';
import { disclosureMeans } from '../../vocabulary/outcomes.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { Recipient } from '../fields/recipient.js';
import { pieceEventTypes } from '../piece.js';
import { checkRecipientInForce } from '../recipient.js';
import type { ReleaseState } from '../state.js';

export const disclosedBody = Exactly({
  ...actMembers,
  ...pieceGroupMembers,
  recipient: Recipient,
  means: Code(codesOf(disclosureMeans), 'How it was given', 'Mode de communication'),
  references: List(
    Line('Reference of the recipient', 'Référence du destinataire'),
    'References of the recipient',
    'Références du destinataire',
    { max: 20 },
  ),
  receipt: Nullable(
    Withholdable(
      File('Scan of the signed receipt', 'Numérisation du récépissé signé'),
      'Scan of the signed receipt; null: none was signed',
      'Numérisation du récépissé signé ; null : aucun',
    ),
  ),
});

/**
 * `release.copy-disclosed` (E45, RQ-65): copies went to the recipient of a release. Which files of which piece is said by
 * the event of each piece, which also holds the decision against it (GATE-6).
 */
export const releaseCopyDisclosed = following<ReleaseState, typeof disclosedBody>({
  type: 'release.copy-disclosed',
  form: 1,
  source: 'E45, GATE-6, GATE-8, GATE-10, RQ-65',
  title: { en: 'Copies disclosed', fr: 'Copies communiquées' },
  body: disclosedBody,
  itemTypes: pieceEventTypes('copy-disclosed'),
  decide: () => [],
  looksUp: ({ body: { items } }) => ({ linkedTo: items.map(({ subject }) => subject) }),
  decideLogWide: (_state, { id, body: { recipient, items } }, facts) => [
    ...checkStillCovered(
      id,
      items.map(({ subject: piece }, position) => ({ piece, pointer: `/body/items/${position}/subject` })),
      recipient.unit,
      facts,
    ),
    ...checkRecipientInForce(recipient.unit, '/body/recipient/unit', facts),
    ...checkDueDiligence(recipient.unit, '/body/recipient/unit', facts),
  ],
  evolve(state, { body: { items, recipient, means, occurred }, eventId, actor }) {
    const disclosed = {
      event: eventId,
      at: occurred.at,
      by: actor.officer,
      unit: recipient.unit,
      capacity: recipient.capacity,
      means,
      pieces: items.map(({ subject }) => subject),
    };
    return { ...state, disclosures: [...(state.disclosures ?? []), disclosed] };
  },
});
