import { following } from '../../rule.js';
import { Code, Exactly, Flag, Line, Nullable, Prose, words } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import { refuseIf } from '../../violation.js';
import { openingAuthorities } from '../../vocabulary/seals.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkAllContents } from '../contents.js';
import { SealStateSeen } from '../fields.js';
import { checkSealNamed, checkSealState } from '../seal-recorded.js';
import type { PackageState } from '../state.js';

export const openedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  sealNumber: SealNumber('Number of the seal that is opened', 'Numéro du scellé ouvert'),
  sealState: SealStateSeen,
  reason: Prose('Why the package is opened', "Motif de l'ouverture"),
  authority: Exactly(
    {
      kind: Code(codesOf(openingAuthorities), 'Authority', 'Autorité'),
      reference: Line('Reference: request, order, decision', 'Référence : demande, ordonnance, décision'),
    },
    words('By what authority it is opened', "Autorité qui permet l'ouverture"),
  ),
  awayFromSeal: Flag('Opened away from the old seal?', "Ouvert à distance de l'ancien scellé ?"),
  whyThroughSeal: Nullable(
    Prose('Why the old seal had to be cut', "Pourquoi l'ancien scellé a dû être coupé"),
  ),
  oldSealKept: Line('Where the old seal is kept', "Où l'ancien scellé est conservé"),
  photo: File('Photograph after opening', "Photographie après l'ouverture"),
});

/** `package.opened` (E24, RQ-30): with a reason and an authority; the old seal and its number are kept. */
export const packageOpened = following<PackageState, typeof openedBody>({
  type: 'package.opened',
  form: 2,
  source: 'E24, RQ-30, D3',
  title: { en: 'Seal opened', fr: 'Ouverture de scellé' },
  body: openedBody,
  former: [beforeItemsDigest(openedBody)],
  itemTypes: ['evidence.unsealed'],
  decide(state, act) {
    const { awayFromSeal, whyThroughSeal } = act.body;
    const { number, status } = state.seal;
    return [
      ...refuseIf(status === 'OPENED_AUTHORISED', 'package.open-already', '/type', { number }),
      ...checkSealNamed(state, act.body.sealNumber),
      ...checkAllContents(state, act.body),
      ...checkSealState(status, act.body),
      ...refuseIf(
        !awayFromSeal && whyThroughSeal === null,
        'package.opened-through-seal',
        '/body/whyThroughSeal',
      ),
    ];
  },
  evolve(state, act) {
    return { ...state, seal: { ...state.seal, status: 'OPENED_AUTHORISED', event: act.eventId } };
  },
});
