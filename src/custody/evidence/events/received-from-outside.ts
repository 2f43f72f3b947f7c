import { following } from '../../rule.js';
import { Exactly, Line, List, Nullable, Prose, type TSchema, words } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { Coded } from '../../vocabulary/coded.js';
import { recoveringParties } from '../../vocabulary/recovery.js';
import { checkNotHazardous, checkPhysical, checkWeaponCleared } from '../checks.js';
import { custodyOfSigner } from '../custody.js';
import type { EvidenceState } from '../state.js';

const scan = File('Scan of the paper signed by both', 'Numérisation du document signé des deux parties');

const bodyWith = <Scan extends TSchema>(paper: Scan) =>
  Exactly({
    ...actMembers,
    from: Exactly(
      {
        party: Coded(recoveringParties, 'Party', 'Partie'),
        unit: Line('Unit', 'Unité'),
        name: Withholdable(Line('Name', 'Nom'), 'Who handed it over', 'Qui l’a remise'),
        capacity: Line('Capacity', 'Qualité'),
      },
      words('From whom', 'De qui'),
    ),
    paper: Exactly(
      {
        reference: Nullable(Line('Number of the paper', 'Numéro du document')),
        scan: paper,
      },
      words('Paper of the handing over', 'Document de remise'),
    ),
    asTold: Prose(
      'What went before, as told: no chain of ours',
      'Ce qui précède, tel que rapporté : ne fait pas partie de notre chaîne',
    ),
    sealsAsFound: List(
      Line('Seal number as found', 'Numéro de scellé tel que trouvé', 60),
      'Seals of the party, as found; empty: none',
      'Scellés de la partie, tels que trouvés ; vide : aucun',
      { max: 20 },
    ),
    condition: Prose('Condition at receipt', 'État à la réception'),
  });

/** The scan names who handed it over as his name beside it does: it is withheld with it (F-28). */
const body = bodyWith(Withholdable(scan, 'Scan of the paper', 'Numérisation du document'));

/**
 * `evidence.received-from-outside`: intake from international forces, national authorities or an apprehending
 * unit. Our custody begins here, with our officer and his witness; what went before stays "as told".
 */
export const evidenceReceivedFromOutside = following<EvidenceState, typeof body>({
  type: 'evidence.received-from-outside',
  form: 2,
  source: 'D2, GATE-3, GATE-12',
  title: { en: 'Received from an outside party', fr: "Reçue d'une partie extérieure" },
  body,
  former: [{ form: 1, body: bodyWith(scan), supersededIn: 2 }],
  decide(state, act) {
    return [
      ...checkPhysical(state, act.type, ['RECORDED']),
      ...checkNotHazardous(state),
      ...checkWeaponCleared(state),
    ];
  },
  evolve(state, act) {
    const { place, asTold } = act.body;
    return {
      ...state,
      physical: place.site === null ? 'COLLECTED' : 'HELD',
      custody: custodyOfSigner(act, 'RECEIVED_FROM_OUTSIDE'),
      remarks: [
        ...state.remarks,
        { kind: 'AS_TOLD', event: act.eventId, officer: act.actor.officer, text: asTold },
      ],
    };
  },
});
