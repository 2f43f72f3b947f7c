import { inheritanceOf } from '../../../custody/evidence/record/inheritance.js';
import type { EvidenceState } from '../../../custody/evidence/state.js';
import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import { itemEvents, type SealedPackage, sameCircumstances } from '../consignment.js';
import { coded, type RegisteredItem } from '../items/demo-item.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';
import { resealing, type Sealer } from '../sealing.js';
import type { SealStocks } from '../seals.js';
import type { Setting } from '../setting.js';
import { aguelhokCaseFile } from './aguelhok-incident.js';
import { withSubject } from './collection.js';

/**
 * A sealed lot of casings is opened with authority, divided by headstamp, one part taken out and brought back, and
 * all sealed again (E15, E24, E25, E27, E28). Quantities balance or nothing is recorded (GATE-11).
 */
export async function divideLot(
  play: Play,
  { headquarters }: Setting,
  stocks: SealStocks,
  packed: SealedPackage,
): Promise<SealedPackage> {
  play.narrator.heading({
    en: 'A lot of casings is opened, divided, checked out and returned',
    fr: 'Un lot de douilles est ouvert, divisé, sorti et rendu',
  });
  const [lot] = packed.items;
  if (lot === undefined) throw new DemoError('the package is empty');
  const sealer: Sealer = {
    by: 'DEMO-HQC-1/HQC',
    witness: 'DEMO-HQC-2/HQC',
    stock: stocks.headquarters,
    place: headquarters.place,
    case: aguelhokCaseFile,
  };
  await play.does(
    {
      en: `Seal ${packed.sealNumber} is opened on a laboratory request; it is kept, and its number too.`,
      fr: `Le scellé ${packed.sealNumber} est ouvert sur demande du laboratoire ; il est conservé, son numéro aussi.`,
    },
    opening(play, sealer, packed),
  );
  const parts = await split(play, headquarters, lot);
  await checkOutAndReturn(play, headquarters, parts);
  const after: SealedPackage = { ...packed, sealNumber: 'DEMO-H-0001', items: parts };
  await play.does(
    {
      en: `Both parts are sealed again: ${packed.sealNumber} is followed by DEMO-H-0001.`,
      fr: `Les deux parts sont de nouveau scellées : DEMO-H-0001 fait suite à ${packed.sealNumber}.`,
    },
    resealing(play, sealer, packed, after, 'AMMUNITION'),
  );
  return after;
}

function opening(play: Play, { by, witness, place }: Sealer, packed: SealedPackage): StagedAct {
  const { id, sealNumber } = packed;
  const body = play.form('package.opened', place, {
    sealNumber,
    sealState: 'VERIFIED_INTACT',
    reason: 'DEMO: headstamps are to be read',
    authority: { kind: 'LAB_REQUEST', reference: 'DEMO-LAB-REQUEST-1' },
    awayFromSeal: true,
    oldSealKept: 'DEMO: in the package',
    photo: play.album.file(),
  });
  return {
    subject: `package/${id}`,
    type: 'package.opened',
    by,
    countersigned: [`${witness} as witness`],
    body,
    items: itemEvents([packed], 'evidence.unsealed', body, () => ({
      package: id,
      sealNumber,
      sealState: 'VERIFIED_INTACT',
      authority: 'LAB_REQUEST',
      condition: 'DEMO',
    })),
  };
}

async function split(
  play: Play,
  { place }: Setting['headquarters'],
  lot: RegisteredItem,
): Promise<readonly RegisteredItem[]> {
  const parent = await stateOf(play, lot);
  const part = (letter: string, amount: string): RegisteredItem =>
    withSubject(play, {
      ...lot,
      label: `${lot.label}-${letter}`,
      amount,
      description: {
        en: `${lot.description.en}, headstamp DEMO-${letter}`,
        fr: `${lot.description.fr}, culot DEMO-${letter}`,
      },
    });
  const first = part('A', '90');
  const second = part('B', '53');
  const splitting = (parts: readonly RegisteredItem[]): StagedAct => {
    const body = play.form('evidence.split', place, { reason: 'DEMO: by headstamp', remainder: '0' });
    return {
      subject: lot.subject,
      type: 'evidence.split',
      by: 'DEMO-HQC-1/HQC',
      body,
      items: parts.map(item => ({
        subject: item.subject,
        type: 'evidence.derived',
        body: { ...sameCircumstances(body), ...derived(play, item, lot, parent) },
      })),
    };
  };
  await play.isStopped(
    {
      en: '143 cases are divided into 90 and 52.',
      fr: '143 douilles sont divisées en 90 et 52.',
    },
    'evidence.split-unbalanced',
    splitting([first, { ...second, amount: '52' }]),
  );
  await play.does(
    {
      en: '143 cases are divided into 90 and 53: it balances.',
      fr: '143 douilles sont divisées en 90 et 53 : le compte y est.',
    },
    splitting([first, second]),
  );
  return [first, second];
}

/** What a part says of itself, and repeats of its parent so that it can be shown alone. */
function derived(play: Play, item: RegisteredItem, lot: RegisteredItem, parent: EvidenceState): JsonObject {
  return {
    parent: lot.id,
    inherits: inheritanceOf(parent),
    description: { ...item.description },
    quantity: { amount: item.amount, unit: coded('PIECE'), countedBy: play.officer('DEMO-HQC-1') },
    photographs: [play.album.photograph('CLOSE')],
    withoutPhotograph: null,
    marks: [],
    unmarked: null,
    headstamp: {
      characters: [{ clock: coded('CLOCK_12'), text: item.label.slice(-1), symbol: null }],
      yearForm: null,
      caseMaterial: null,
      primerColour: null,
    },
    interpretation: null,
    condition: 'DEMO',
    traces: { potential: [coded('PRINTS')], precautions: [coded('GLOVES_CHANGED')] },
    hazard: { suspected: [coded('NONE')], basis: 'DEMO' },
  };
}

/** RQ-26, GATE-11: what comes back is counted. */
async function checkOutAndReturn(
  play: Play,
  { place }: Setting['headquarters'],
  [part]: readonly RegisteredItem[],
): Promise<void> {
  if (part === undefined) return;
  await play.does(
    {
      en: `${part.label} is checked out for photography, due back in 7 days.`,
      fr: `${part.label} sort pour photographie, retour prévu dans 7 jours.`,
    },
    {
      subject: part.subject,
      type: 'evidence.checked-out',
      by: 'DEMO-CSO-1/CSO',
      countersigned: ['DEMO-HQC-1/HQC as custodian'],
      body: play.form('evidence.checked-out', place, {
        purpose: coded('PHOTOGRAPHY'),
        destination: 'DEMO-PHOTO-ROOM',
        dueBack: play.inDays(7),
        condition: 'DEMO',
      }),
    },
  );
  play.clock.pass(2 * 24 * 60);
  const returning = (amount: string): StagedAct => ({
    subject: part.subject,
    type: 'evidence.returned',
    by: 'DEMO-HQC-1/HQC',
    countersigned: ['DEMO-CSO-1/CSO as taker'],
    body: play.form('evidence.returned', place, {
      quantity: { amount, unit: coded('PIECE'), countedBy: play.officer('DEMO-HQC-1') },
      condition: 'DEMO',
    }),
  });
  await play.isStopped(
    { en: '89 cases come back where 90 went out.', fr: '89 douilles reviennent sur 90 sorties.' },
    'evidence.return-unbalanced',
    returning('89'),
  );
  await play.does(
    { en: 'Counted again: 90 came back.', fr: 'Recompté : 90 sont revenues.' },
    returning(part.amount ?? ''),
  );
}

/** The item as the service knows it, read by the custodian. */
async function stateOf(play: Play, { subject }: RegisteredItem): Promise<EvidenceState> {
  const service = await play.stage.readingAs('DEMO-HQC-1');
  const [head] = await service.heads([subject]);
  if (head === undefined) throw new DemoError(`${subject} cannot be read`);
  return head.state as unknown as EvidenceState;
}
