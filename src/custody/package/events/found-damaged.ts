import { following } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import { refuseIf } from '../../violation.js';
import { damagedStatuses } from '../../vocabulary/seals.js';
import { checkAllContents } from '../contents.js';
import { checkSealNamed } from '../seal-recorded.js';
import type { PackageState } from '../state.js';

export const foundDamagedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  sealNumber: SealNumber('Number of the seal as recorded', 'Numéro du scellé tel qu’inscrit au registre'),
  state: Code(damagedStatuses, 'State of the seal as found', 'État constaté du scellé'),
  numberRead: Nullable(Line('Number as read, where it is another', "Numéro lu, s'il est différent", 60)),
  explanation: Nullable(Prose('What explains the damage', "Ce qui explique l'altération")),
  couldHaveBeenTouched: Prose(
    'What could have been touched, added or taken',
    'Ce qui a pu être touché, ajouté ou pris',
  ),
  photo: File('Photograph of the seal as found', 'Photographie du scellé tel que trouvé'),
});

/**
 * `package.found-damaged` (E26, RQ-31): whoever finds it says so, with a witness; it needs nobody's leave,
 * custodian or not. It prints on all later papers of every item inside.
 */
export const packageFoundDamaged = following<PackageState, typeof foundDamagedBody>({
  type: 'package.found-damaged',
  form: 2,
  source: 'E26, RQ-31, D3',
  title: { en: 'Seal found damaged', fr: 'Constat de scellé altéré' },
  body: foundDamagedBody,
  former: [beforeItemsDigest(foundDamagedBody)],
  itemTypes: ['evidence.seal-found-damaged'],
  decide(state, act) {
    const { sealNumber, state: found, numberRead, explanation } = act.body;
    const { number, status } = state.seal;
    return [
      ...refuseIf(status === 'OPENED_AUTHORISED', 'package.open-already', '/type', { number }),
      ...checkSealNamed(state, sealNumber),
      ...checkAllContents(state, act.body),
      ...refuseIf(
        found === 'DAMAGED_EXPLAINED' && explanation === null,
        'package.damage-not-explained',
        '/body/explanation',
      ),
      ...refuseIf(
        found === 'NUMBER_MISMATCH' && numberRead === null,
        'package.number-not-read',
        '/body/numberRead',
      ),
    ];
  },
  evolve(state, act) {
    return { ...state, seal: { ...state.seal, status: act.body.state, event: act.eventId } };
  },
});
