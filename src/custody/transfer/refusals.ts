import type { Refusal } from '../refusal.js';
import { discrepancyKinds } from '../vocabulary/discrepancies.js';
import { sealStatusLabels } from '../vocabulary/seals.js';
import { transitStageWords } from '../vocabulary/states.js';
import { capacityTold, inWords, inWordsAndCode, quantityTold, roleTold } from '../vocabulary/told.js';
import { transferKinds } from '../vocabulary/transfers.js';

export const transferRefusals = {
  'transfer.leg': {
    gate: null,
    source: 'D4',
    message: { en: 'Leg {number} of {of} is not one.', fr: "L'étape {number} sur {of} n'existe pas." },
    missing: {
      en: 'A leg number not above the number of legs.',
      fr: "Un numéro d'étape ne dépassant pas le nombre d'étapes.",
    },
    provider: ['GIVER'],
  },
  'transfer.planned-times': {
    gate: null,
    source: 'D4',
    message: {
      en: 'The planned arrival lies before the planned departure.',
      fr: "L'arrivée prévue précède le départ prévu.",
    },
    missing: { en: 'An arrival not before the departure.', fr: 'Une arrivée qui ne précède pas le départ.' },
    provider: ['GIVER'],
  },
  'transfer.receiver-missing': {
    gate: null,
    source: 'RQ-20',
    message: { en: 'The transfer names no receiver.', fr: 'Le transfert ne désigne pas de destinataire.' },
    missing: {
      en: 'The officer who will receive; only a handover may have a receiver without key.',
      fr: "L'officier qui recevra ; seule une remise à l'autorité nationale admet un destinataire sans clé.",
    },
    provider: ['GIVER'],
  },
  'transfer.receiver-role-not-held': {
    gate: null,
    source: 'SD-8',
    message: {
      en: 'The receiver {officer} does not hold role {role} at this time.',
      fr: 'Le destinataire {officer} ne détient pas le rôle {role} à cette date.',
    },
    missing: {
      en: 'A receiver whose role {role} is in force.',
      fr: 'Un destinataire dont le rôle {role} est en vigueur.',
    },
    provider: ['REG', 'GIVER'],
    told: { role: roleTold },
  },
  'transfer.kind-not-of-role': {
    gate: 'GATE-10',
    source: 'E42, L4',
    message: {
      en: 'A transfer of kind {kind} does not go to role {role}: only a handover goes to a national authority, and nowhere else.',
      fr: "Un transfert de nature {kind} ne s'adresse pas au rôle {role} : seule la remise s'adresse à une autorité nationale, et à nulle autre.",
    },
    missing: {
      en: 'Kind HANDOVER with a national role, or another kind with a role of the Mission.',
      fr: 'La nature HANDOVER avec un rôle national, ou une autre nature avec un rôle de la Mission.',
    },
    provider: ['GIVER'],
    told: { role: roleTold, kind: inWordsAndCode(transferKinds) },
  },
  'transfer.recipient-unit-missing': {
    gate: 'GATE-10',
    source: 'GATE-10',
    message: {
      en: 'The handover names no national unit as recipient.',
      fr: "La remise ne désigne pas d'unité nationale destinataire.",
    },
    missing: { en: 'The unit of the recipient.', fr: "L'unité du destinataire." },
    provider: ['GIVER', 'CASE'],
  },
  'transfer.recipient-not-of-unit': {
    gate: 'GATE-10',
    source: 'GATE-10',
    message: {
      en: 'Officer {officer} is not of unit {unit}.',
      fr: "L'officier {officer} n'appartient pas à l'unité {unit}.",
    },
    missing: {
      en: 'A receiver of the unit that is named.',
      fr: "Un destinataire appartenant à l'unité désignée.",
    },
    provider: ['GIVER', 'REG'],
  },
  'transfer.recipient-not-national': {
    gate: 'GATE-10',
    source: 'GATE-10, E42',
    message: {
      en: 'Unit {unit} is not an authority of the host State.',
      fr: "L'unité {unit} n'est pas une autorité de l'État hôte.",
    },
    missing: { en: 'A national unit as recipient.', fr: 'Une unité nationale comme destinataire.' },
    provider: ['CASE', 'REG'],
  },
  'transfer.store-not-of-site': {
    gate: null,
    source: 'D4',
    message: {
      en: 'The store {store} is not one of the site that is named.',
      fr: "Le local {store} n'est pas de ce site.",
    },
    missing: { en: 'A store of the site, or null.', fr: 'Un local du site, ou null.' },
    provider: ['GIVER'],
  },
  'transfer.release-missing': {
    gate: 'GATE-6',
    source: 'GATE-6',
    message: {
      en: 'The handover relies on no release.',
      fr: "La remise ne s'appuie sur aucune autorisation de remise.",
    },
    missing: {
      en: 'A release that covers every item, decided by LEG or HOM.',
      fr: 'Une autorisation de remise couvrant chaque pièce, accordée par LEG ou HOM.',
    },
    provider: ['LEG', 'HOM'],
  },
  'transfer.release-without-handover': {
    gate: null,
    source: 'E42',
    message: {
      en: 'A transfer of kind {kind} relies on no release.',
      fr: "Un transfert de nature {kind} ne s'appuie sur aucune autorisation de remise.",
    },
    missing: {
      en: 'Kind HANDOVER, or no release.',
      fr: 'La nature HANDOVER, ou aucune autorisation de remise.',
    },
    provider: ['GIVER'],
    told: { kind: inWordsAndCode(transferKinds) },
  },
  'transfer.items-not-all': {
    gate: null,
    source: 'domain.md (b), L2',
    message: {
      en: '{count} item(s) of the consignment are not listed: {missing}. A consignment does not split without a new manifest.',
      fr: "{count} pièce(s) de l'envoi ne figurent pas : {missing}. Un envoi ne se divise pas sans nouveau bordereau.",
    },
    missing: {
      en: 'Every item still in the consignment; or its refusal or receipt before.',
      fr: "Toutes les pièces restant dans l'envoi ; ou leur refus ou réception préalable.",
    },
    provider: ['AUTHOR'],
  },
  'transfer.container-not-compared': {
    gate: 'GATE-4',
    source: 'GATE-4, RQ-24',
    message: {
      en: 'The container {container} and its seal {seal} are not compared with the manifest.',
      fr: 'Le conteneur {container} et son scellé {seal} ne sont pas comparés au bordereau.',
    },
    missing: {
      en: 'Number and seal of the container as found, with the state of the seal.',
      fr: 'Numéro et scellé du conteneur tels que trouvés, et état du scellé.',
    },
    provider: ['AUTHOR'],
  },
  'transfer.container-differs-without-reserve': {
    gate: 'GATE-4',
    source: 'GATE-4, RQ-31',
    message: {
      en: 'The container {container} or its seal is not as handed over, and an item is received without reserve.',
      fr: "Le conteneur {container} ou son scellé n'est pas conforme, et une pièce est reçue sans réserve.",
    },
    missing: {
      en: 'A reserve on every item received, naming an open discrepancy.',
      fr: 'Une réserve sur chaque pièce reçue, citant une anomalie ouverte.',
    },
    provider: ['RECEIVER'],
  },
  'transfer.handover-not-witnessed': {
    gate: null,
    source: 'E42',
    message: {
      en: 'The handover to the national authority has no witness.',
      fr: "La remise à l'autorité nationale n'a pas de témoin.",
    },
    missing: { en: 'Countersignature as witness.', fr: 'Contreseing en qualité de témoin (witness).' },
    provider: ['WITNESS'],
  },
  'transfer.outgoing-not-signed': {
    gate: null,
    source: 'E50',
    message: {
      en: 'The outgoing custodian {outgoing} has not countersigned.',
      fr: "Le gardien sortant {outgoing} n'a pas contresigné.",
    },
    missing: {
      en: 'Countersignature as outgoing by the custodian named; where he cannot sign, an order of the Head of Mission.',
      fr: "Contreseing en qualité de gardien sortant (outgoing) ; s'il ne peut signer, un ordre du Chef de la Mission.",
    },
    provider: ['CUSTODIAN', 'HOM'],
  },
  'transfer.change-not-ordered': {
    gate: null,
    source: 'E50',
    message: {
      en: 'The outgoing custodian does not sign and nobody has ordered the change.',
      fr: "Le gardien sortant ne signe pas et personne n'a ordonné le changement.",
    },
    missing: {
      en: 'Countersignature as ordering-officer by the Head of Mission.',
      fr: 'Contreseing du Chef de la Mission en qualité de ordering-officer.',
    },
    provider: ['HOM'],
  },
  'transfer.change-second-witness': {
    gate: null,
    source: 'E50',
    message: {
      en: 'The outgoing custodian does not sign: two witnesses are owed, {present} given.',
      fr: 'Le gardien sortant ne signe pas : deux témoins sont requis, {present} fourni(s).',
    },
    missing: {
      en: 'Two countersignatures as witness.',
      fr: 'Deux contreseings en qualité de témoin (witness).',
    },
    provider: ['WITNESS'],
  },
  'transfer.unattended-after-change': {
    gate: 'GATE-12',
    source: 'E50, GATE-12',
    message: {
      en: 'The time since when nobody answers for the items lies after the change at {at}.',
      fr: 'Le début de la vacance est postérieur au changement du {at}.',
    },
    missing: { en: 'A time not after the change.', fr: 'Une date qui ne suit pas le changement.' },
    provider: ['AUTHOR'],
  },
  'transfer.unattended-before-custody': {
    gate: 'GATE-12',
    source: 'E50, GATE-12',
    edition: 2,
    message: {
      en: 'Nobody is said to answer for item {number} since {unattendedSince}, but the outgoing custodian took it at {since}.',
      fr: 'La pièce {number} serait sans gardien depuis le {unattendedSince}, mais le gardien sortant en a pris la garde le {since}.',
    },
    missing: {
      en: 'A time at which the outgoing custodian had the item already, or a change of its own for this item.',
      fr: 'Une date à laquelle le gardien sortant avait déjà la pièce, ou un changement distinct pour cette pièce.',
    },
    provider: ['AUTHOR'],
  },
  'transfer.missing-item-taken-over': {
    gate: 'GATE-12',
    source: 'E50, GATE-12',
    edition: 2,
    message: {
      en: 'Item {number} is missing on record: nobody sees what nobody can find.',
      fr: 'La pièce {number} est inscrite comme introuvable : nul ne voit ce que nul ne retrouve.',
    },
    missing: {
      en: 'That it was not seen (seen: no): the incoming custodian answers for it and it stays missing; or first its discrepancy closed as found.',
      fr: "La mention qu'elle n'a pas été vue (seen : non) : le gardien entrant en répond et elle reste introuvable ; ou d'abord la clôture de son anomalie, retrouvée.",
    },
    provider: ['AUTHOR', 'CUSTODIAN'],
  },
  'transfer.unseen-not-missing': {
    gate: 'GATE-12',
    source: 'E50, GATE-12',
    edition: 2,
    message: {
      en: 'Item {number} was not seen, and is not missing on record.',
      fr: "La pièce {number} n'a pas été vue, et n'est pas inscrite comme introuvable.",
    },
    missing: {
      en: 'First a discrepancy that says it is missing (discrepancy.opened).',
      fr: "D'abord une anomalie constatant qu'elle est introuvable (discrepancy.opened).",
    },
    provider: ['AUTHOR', 'CUSTODIAN'],
  },
  'transfer.unseen-seal-compared': {
    gate: 'GATE-4',
    source: 'E50, GATE-4',
    edition: 2,
    message: {
      en: 'Item {number} was not seen: no seal of it can have been compared.',
      fr: "La pièce {number} n'a pas été vue : aucun de ses scellés n'a pu être comparé.",
    },
    missing: { en: 'No seals.', fr: 'Aucun scellé.' },
    provider: ['AUTHOR'],
  },
  'transfer.custodian-not-countersigned': {
    gate: null,
    source: 'RQ-20',
    message: {
      en: 'The custodian of item {number} has not countersigned as {as}.',
      fr: "Le gardien de la pièce {number} n'a pas contresigné en qualité de {as}.",
    },
    missing: {
      en: 'Countersignature as {as} by who answers for the item.',
      fr: 'Contreseing en qualité de {as} par celui qui répond de la pièce.',
    },
    provider: ['CUSTODIAN'],
    told: { as: capacityTold },
  },
  'transfer.to-oneself': {
    gate: null,
    source: 'SD-1, SD-9, RQ-23',
    message: {
      en: 'Officer {officer} answers for item {number} already: nobody gives and receives, in whatever role.',
      fr: "L'officier {officer} répond déjà de la pièce {number} : nul ne remet et ne reçoit à la fois, quel que soit son rôle.",
    },
    missing: { en: 'Another officer as receiver.', fr: 'Un autre officier comme destinataire.' },
    provider: ['RECEIVER'],
  },
  'transfer.courier-is-a-side': {
    gate: null,
    source: 'SD-1, RQ-23',
    message: {
      en: 'Officer {officer} is giver or receiver of item {number} and cannot be its courier.',
      fr: "L'officier {officer} est remettant ou destinataire de la pièce {number} et ne peut en être le convoyeur.",
    },
    missing: { en: 'Another courier.', fr: 'Un autre convoyeur.' },
    provider: ['COU'],
  },
  'transfer.item-in-transfer': {
    gate: null,
    source: 'GATE-12',
    message: {
      en: 'Item {number} is already in transfer {transfer}.',
      fr: 'La pièce {number} est déjà dans le transfert {transfer}.',
    },
    missing: {
      en: 'Its receipt, refusal or recall there.',
      fr: 'Sa réception, son refus ou son retrait dans ce transfert.',
    },
    provider: ['GIVER', 'RECEIVER'],
  },
  'transfer.package-split': {
    gate: null,
    source: 'RQ-24, E14',
    message: {
      en: 'Unbroken seal {seal} closes on {count} items and the act lists {listed} of them.',
      fr: "Le scellé intact {seal} ferme sur {count} pièces et l'acte n'en cite que {listed}.",
    },
    missing: {
      en: 'Every item under the seal; or its opening, with authority, first.',
      fr: "Toutes les pièces sous ce scellé ; ou d'abord son ouverture, sur autorisation.",
    },
    provider: ['AUTHOR'],
  },
  'transfer.item-not-in-transfer': {
    gate: null,
    source: 'D4',
    message: {
      en: 'Item {number} is not in this transfer.',
      fr: "La pièce {number} n'est pas dans ce transfert.",
    },
    missing: { en: 'Only items of the manifest.', fr: 'Uniquement des pièces du bordereau.' },
    provider: ['AUTHOR'],
  },
  'transfer.item-stage': {
    gate: null,
    source: 'E17-E21',
    message: {
      en: 'Item {number} is at stage {stage} of the transfer; the act needs {expected}.',
      fr: "La pièce {number} est au stade {stage} du transfert ; l'acte exige {expected}.",
    },
    missing: { en: 'An item at stage {expected}.', fr: 'Une pièce au stade {expected}.' },
    provider: ['AUTHOR'],
    told: { stage: inWords(transitStageWords), expected: inWords(transitStageWords) },
  },
  'transfer.item-unaccounted': {
    gate: null,
    source: 'domain.md C.1',
    message: { en: 'Item {number} is UNACCOUNTED.', fr: 'La pièce {number} est introuvable (UNACCOUNTED).' },
    missing: {
      en: 'The closure of its discrepancy with the item found.',
      fr: "La clôture de l'anomalie constatant que la pièce est retrouvée.",
    },
    provider: ['AUD', 'CUSTODIAN'],
  },
  'transfer.quantity-not-of-record': {
    gate: 'GATE-11',
    source: 'D4, GATE-11',
    message: {
      en: 'The manifest says {stated} of item {number}; the record says {recorded}.',
      fr: 'Le bordereau indique {stated} pour la pièce {number} ; la fiche indique {recorded}.',
    },
    missing: {
      en: 'The quantity of the record; what differs is a discrepancy.',
      fr: 'La quantité de la fiche ; un écart fait l’objet d’une anomalie.',
    },
    provider: ['GIVER'],
    told: { stated: quantityTold, recorded: quantityTold },
  },
  'transfer.package-not-of-record': {
    gate: null,
    source: 'D4',
    message: {
      en: 'The manifest names another package for item {number} than the record.',
      fr: 'Le bordereau cite pour la pièce {number} un autre colis que la fiche.',
    },
    missing: { en: 'The package of the record, or null.', fr: 'Le colis de la fiche, ou null.' },
    provider: ['GIVER'],
  },
  'transfer.seal-not-of-record': {
    gate: null,
    source: 'D4',
    message: {
      en: 'The seal {stated} of item {number} is not that of the record, {recorded}.',
      fr: "Le scellé {stated} de la pièce {number} n'est pas celui de la fiche, {recorded}.",
    },
    missing: {
      en: 'The seal of the record, or null where it has none.',
      fr: "Le scellé de la fiche, ou null en l'absence de scellé.",
    },
    provider: ['GIVER'],
  },
  'transfer.not-sealed': {
    gate: null,
    source: 'E17, RQ-24',
    message: {
      en: 'Item {number} travels without an unbroken seal ({status}) and no exception is stated.',
      fr: "La pièce {number} voyage sans scellé intact ({status}) et aucune exception n'est indiquée.",
    },
    missing: {
      en: 'An unbroken seal, or sealException with its reason.',
      fr: 'Un scellé intact, ou sealException avec sa raison.',
    },
    provider: ['GIVER'],
    told: { status: inWords(sealStatusLabels) },
  },
  'transfer.hazard-not-flagged': {
    gate: 'GATE-2',
    source: 'D4',
    message: {
      en: 'Item {number} is dangerous by its record and bears no hazard flag.',
      fr: 'La pièce {number} est dangereuse selon sa fiche et ne porte pas de mention de danger.',
    },
    missing: {
      en: 'The hazard in words on the line of the manifest.',
      fr: 'Le danger, en clair, sur la ligne du bordereau.',
    },
    provider: ['GIVER', 'EOD'],
  },
  'transfer.certificate-not-listed': {
    gate: 'GATE-2',
    source: 'D4',
    message: {
      en: 'The certificate {certificate} of item {number} is not on the manifest.',
      fr: 'Le certificat {certificate} de la pièce {number} ne figure pas au bordereau.',
    },
    missing: {
      en: 'The certificate on the line of the manifest.',
      fr: 'Le certificat sur la ligne du bordereau.',
    },
    provider: ['GIVER'],
  },
  'transfer.dangerous-goods-undeclared': {
    gate: 'GATE-2',
    source: 'D4, GATE-2',
    message: {
      en: 'Item {number} is class 1 goods and travels without a dangerous-goods declaration.',
      fr: 'La pièce {number} relève de la classe 1 et voyage sans déclaration de marchandises dangereuses.',
    },
    missing: { en: 'The reference of the declaration.', fr: 'La référence de la déclaration.' },
    provider: ['GIVER', 'EOD'],
  },
  'transfer.not-the-receiver': {
    gate: null,
    source: 'RQ-20',
    message: {
      en: 'Item {number} was not offered to officer {officer}.',
      fr: "La pièce {number} n'a pas été proposée à l'officier {officer}.",
    },
    missing: {
      en: 'The officer named; or one in role {role} of the same unit, as stand-in with the reason.',
      fr: "L'officier désigné ; ou un officier au rôle {role} de la même unité, comme remplaçant, avec la raison.",
    },
    provider: ['RECEIVER'],
    told: { role: roleTold },
  },
  'transfer.not-the-giver': {
    gate: null,
    source: 'E21',
    message: {
      en: 'Item {number} comes back to its giver, by a courier, and officer {officer} is not he.',
      fr: "La pièce {number} revient à son remettant, par un convoyeur, et l'officier {officer} ne l'est pas.",
    },
    missing: {
      en: 'The giver, or an officer in his role and unit as stand-in with the reason.',
      fr: 'Le remettant, ou un officier de même rôle et de même unité comme remplaçant, avec la raison.',
    },
    provider: ['GIVER'],
  },
  'transfer.stand-in-of-other-unit': {
    gate: null,
    source: 'E21, RQ-20',
    edition: 2,
    message: {
      en: 'Item {number} comes back to its giver, and officer {officer}, who stands in for him, is of another unit.',
      fr: "La pièce {number} revient à son remettant, et l'officier {officer}, qui le remplace, est d'une autre unité.",
    },
    missing: {
      en: "The giver, or an officer in role {role} of the giver's unit as stand-in with the reason.",
      fr: "Le remettant, ou un officier au rôle {role} de l'unité du remettant comme remplaçant, avec la raison.",
    },
    provider: ['GIVER'],
    told: { role: roleTold },
  },
  'transfer.seal-not-compared': {
    gate: 'GATE-4',
    source: 'GATE-4, RQ-21',
    message: {
      en: 'The seal {seal} of item {number} was not compared.',
      fr: "Le scellé {seal} de la pièce {number} n'a pas été comparé.",
    },
    missing: {
      en: 'In seals: its number on the manifest, the number as read, and its state.',
      fr: 'Dans seals : le numéro du bordereau, le numéro lu et son état.',
    },
    provider: ['RECEIVER'],
  },
  'transfer.seal-finding-incoherent': {
    gate: 'GATE-4',
    source: 'GATE-4',
    message: {
      en: 'Of seal {seal} of item {number} the state {status} is stated, but the number as read is {found}.',
      fr: "Pour le scellé {seal} de la pièce {number}, l'état {status} est indiqué, mais le numéro lu est {found}.",
    },
    missing: { en: 'A state that fits the number as read.', fr: 'Un état conforme au numéro lu.' },
    provider: ['RECEIVER'],
    told: { status: inWordsAndCode(sealStatusLabels) },
  },
  'transfer.not-counted': {
    gate: 'GATE-4',
    source: 'RQ-21',
    message: {
      en: 'Item {number} was not counted, and no unbroken seal vouches for its content.',
      fr: "La pièce {number} n'a pas été comptée, et aucun scellé intact ne garantit son contenu.",
    },
    missing: { en: 'The quantity counted.', fr: 'La quantité comptée.' },
    provider: ['RECEIVER'],
  },
  'transfer.differs-without-reserve': {
    gate: 'GATE-4',
    source: 'GATE-4, RQ-31, RQ-32',
    message: {
      en: 'Item {number} is not as it was handed over ({kinds}): it is received under reserve only.',
      fr: "La pièce {number} n'est pas conforme à ce qui a été remis ({kinds}) : elle n'est reçue que sous réserve.",
    },
    missing: {
      en: 'A reserve that names an open discrepancy ({kinds}).',
      fr: 'Une réserve citant une anomalie ouverte ({kinds}).',
    },
    provider: ['RECEIVER'],
    told: { kinds: inWordsAndCode(discrepancyKinds) },
  },
  'transfer.discrepancy-not-open': {
    gate: 'GATE-4',
    source: 'RQ-31',
    message: {
      en: 'The discrepancy {discrepancy} is not open on item {number}.',
      fr: "L'anomalie {discrepancy} n'est pas ouverte sur la pièce {number}.",
    },
    missing: {
      en: 'discrepancy.opened over the item, before the receipt in the same batch or earlier.',
      fr: 'discrepancy.opened sur la pièce, avant la réception, dans le même lot ou auparavant.',
    },
    provider: ['RECEIVER'],
  },
  'transfer.handover-record-missing': {
    gate: null,
    source: 'E42, RQ-69',
    message: {
      en: 'Item {number} goes to the national authority without the handover record.',
      fr: "La pièce {number} est remise à l'autorité nationale sans procès-verbal de remise.",
    },
    missing: {
      en: 'handover: unit, capacity, references, conditions, copies.',
      fr: 'handover : unité, qualité, références, conditions, exemplaires.',
    },
    provider: ['RECEIVER', 'HQC'],
  },
  'transfer.handover-record-unexpected': {
    gate: null,
    source: 'E42',
    message: {
      en: 'Item {number} does not go to a national authority: no handover record belongs here.',
      fr: "La pièce {number} n'est pas remise à une autorité nationale : aucun procès-verbal de remise n'a lieu d'être.",
    },
    missing: { en: 'handover: null.', fr: 'handover : null.' },
    provider: ['AUTHOR'],
  },
  'transfer.handover-to-other-unit': {
    gate: 'GATE-10',
    source: 'GATE-10',
    message: {
      en: 'Item {number} was offered to unit {offered}, and who receives is not of it ({unit}).',
      fr: "La pièce {number} a été proposée à l'unité {offered}, et le destinataire n'en est pas ({unit}).",
    },
    missing: {
      en: 'A receiver of the unit named in the offer.',
      fr: "Un destinataire de l'unité désignée dans la proposition.",
    },
    provider: ['RECEIVER', 'CASE'],
  },
  'transfer.conditions-not-repeated': {
    gate: 'GATE-6',
    source: 'RQ-62',
    message: {
      en: 'The handover of item {number} does not repeat its conditions: {conditions}',
      fr: 'La remise de la pièce {number} ne reprend pas ses conditions : {conditions}',
    },
    missing: {
      en: 'Every condition of the release, word for word.',
      fr: 'Chaque condition de la décision, mot pour mot.',
    },
    provider: ['HQC', 'CASE'],
  },
  'transfer.not-in-custody-of-outgoing': {
    gate: null,
    source: 'E50',
    message: {
      en: 'Item {number} is not in the custody of {outgoing}.',
      fr: "La pièce {number} n'est pas sous la garde de {outgoing}.",
    },
    missing: { en: 'Only items of the outgoing custodian.', fr: 'Uniquement des pièces du gardien sortant.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
