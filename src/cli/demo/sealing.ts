import { formatTime, type JsonObject } from '../../log/index.js';
import type { StagedAct } from '../cast/stage.js';
import type { CollectedItem } from './aguelhok-collection.js';
import type { Play } from './play.js';

/** A sealed package and what is in it. */
export interface SealedPackage {
  readonly id: string;
  readonly sealNumber: string;
  readonly items: readonly CollectedItem[];
}

const place = 'DEMO-SCENE camp';

/** A photograph that the demonstration has no bytes of: owed, and listed as such. */
const owedPhotograph: JsonObject = { sha256: 'de'.repeat(32), size: 1, mediaType: 'image/jpeg' };

/** The act that seals items into a package, with one event in the history of each. */
export function sealing(
  play: Play,
  { id, sealNumber, items }: SealedPackage,
  stock: string,
  holds: 'FIREARMS' | 'AMMUNITION',
): StagedAct {
  const body = play.form('package.sealed', place, {
    packageNumber: `DEMO-PACKAGE-${sealNumber}`,
    packageType: { code: 'BOX', text: null },
    holds,
    seal: {
      stock,
      number: sealNumber,
      type: 'TAMPER_EVIDENT_BAG',
      form: 'CLOSED',
      signedAcross: 'SIGNATURE',
      photo: owedPhotograph,
    },
    label: {
      case: '210402 Complex attack, Aguelhok',
      exhibit: items.map(({ label }) => label).join(', '),
      description: 'DEMO',
      date: formatTime(play.clock.now).slice(0, 10),
      place: 'Aguelhok',
      officer: 'DEMO-WIT-1',
    },
  });
  return {
    subject: `package/${id}`,
    type: 'package.sealed',
    by: 'DEMO-WIT-1/WIT',
    countersigned: ['DEMO-WIT-2/WIT as witness'],
    body,
    items: items.map(item => ({
      subject: item.subject,
      type: 'evidence.sealed',
      body: {
        ...sameCircumstances(body),
        package: id,
        sealNumber,
        content: { description: item.en, quantity: { amount: item.amount, unit: 'PIECE' } },
      },
    })),
  };
}

/** An item event repeats when and where (log-format section 10; design section 4). */
export function sameCircumstances({ occurred, place: where }: JsonObject): JsonObject {
  return {
    ...(occurred === undefined ? {} : { occurred }),
    ...(where === undefined ? {} : { place: where }),
  };
}

/** Arms and ammunition go apart (GATE-3). */
export async function sealAguelhok(
  play: Play,
  items: readonly CollectedItem[],
  stock: string,
): Promise<readonly SealedPackage[]> {
  const arms = pack(
    play,
    'DEMO-0001',
    items.filter(({ firearm }) => firearm),
  );
  const ammunition = pack(
    play,
    'DEMO-0002',
    items.filter(({ firearm, explosive }) => !firearm && !explosive),
  );
  await play.does(
    { en: 'The arms are sealed under DEMO-0001', fr: 'Les armes sont placées sous scellé DEMO-0001' },
    sealing(play, arms, stock, 'FIREARMS'),
  );
  await play.isStopped(
    {
      en: 'The seal DEMO-0001 is used a second time',
      fr: 'Le scellé DEMO-0001 est utilisé une seconde fois',
    },
    'claim.taken',
    sealing(play, { ...ammunition, sealNumber: 'DEMO-0001' }, stock, 'AMMUNITION'),
  );
  await play.does(
    {
      en: 'The casings are sealed apart under DEMO-0002',
      fr: 'Les douilles sont placées à part sous scellé DEMO-0002',
    },
    sealing(play, ammunition, stock, 'AMMUNITION'),
  );
  return [arms, ammunition];
}

function pack(play: Play, sealNumber: string, items: readonly CollectedItem[]): SealedPackage {
  return { id: play.stage.newId(), sealNumber, items };
}
