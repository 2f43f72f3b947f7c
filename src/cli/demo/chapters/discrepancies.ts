import type { StagedAct } from '../../cast/stage.js';
import { itemEvents, type SealedPackage } from '../consignment.js';
import type { Play } from '../play.js';
import { resealing, type Sealer } from '../sealing.js';
import type { SealStocks } from '../seals.js';
import type { Setting } from '../setting.js';
import { aguelhokCaseFile } from './aguelhok-incident.js';
import type { PackedCase } from './packing.js';
import type { OpenDiscrepancy } from './sector-leg.js';

/**
 * A torn seal gets a new one and keeps its number (RQ-30); both discrepancies are explained by their owner and closed
 * by two, neither a custodian concerned (RQ-73). Returns the casings' package under its new seal.
 */
export async function settleDiscrepancies(
  play: Play,
  { sector }: Setting,
  stocks: SealStocks,
  { casesFired }: PackedCase,
  discrepancies: readonly OpenDiscrepancy[],
): Promise<SealedPackage> {
  play.narrator.heading({
    en: 'The discrepancies are explained and closed',
    fr: 'Les anomalies sont élucidées et closes',
  });
  const resealed: SealedPackage = { ...casesFired, sealNumber: 'DEMO-S-0001' };
  const sealer: Sealer = {
    by: 'DEMO-SEC-1/SEC',
    witness: 'DEMO-SEC-2/SEC',
    stock: stocks.sector,
    place: sector.place,
    case: aguelhokCaseFile,
  };
  await play.does(
    {
      en: 'The torn seal is recorded with a photograph, and a new one put on: DEMO-0004 is followed by DEMO-S-0001.',
      fr: 'Le scellé déchiré est constaté et photographié, un nouveau est apposé : DEMO-S-0001 fait suite à DEMO-0004.',
    },
    foundDamaged(play, sealer, casesFired),
    resealing(play, sealer, casesFired, resealed, 'AMMUNITION'),
  );
  play.clock.pass(24 * 60);
  await play.does(
    {
      en: 'The owner explains both: torn on the road; the 58th case lay in the seam of the bag, counted again by two.',
      fr: 'Le responsable explique les deux : déchiré en route ; la 58e douille était dans la couture, recomptée à deux.',
    },
    ...discrepancies.map(({ id, kind }) => explained(play, sector.place, id, kind)),
  );
  const closures = (by: string, second: string) =>
    discrepancies.map(discrepancy => closed(play, sector.place, discrepancy, by, second));
  await play.isStopped(
    {
      en: 'The custodian who now holds the items closes them with the auditor.',
      fr: 'Le gardien qui détient désormais les pièces les clôt avec l’auditeur.',
    },
    'discrepancy.signed-by-custodian',
    ...closures('DEMO-SEC-1/SEC', 'DEMO-AUD-1/AUD'),
  );
  await play.does(
    {
      en: 'The auditor and the case officer close them. They stay on the items for ever.',
      fr: "L'auditeur et l'officier chargé de l'affaire les closent. Elles restent inscrites sur les pièces.",
    },
    ...closures('DEMO-AUD-1/AUD', 'DEMO-CASE-1/CASE'),
  );
  return resealed;
}

/** E26: whoever finds it says so, with a witness; it needs nobody's leave. */
function foundDamaged(play: Play, { by, witness, place }: Sealer, packed: SealedPackage): StagedAct {
  const { id, sealNumber } = packed;
  const seen = { state: 'DAMAGED_UNEXPLAINED', couldHaveBeenTouched: 'DEMO: the bag is torn along its seal' };
  const body = play.form('package.found-damaged', place, { sealNumber, ...seen, photo: play.album.file() });
  return {
    subject: `package/${id}`,
    type: 'package.found-damaged',
    by,
    countersigned: [`${witness} as witness`],
    body,
    items: itemEvents([packed], 'evidence.seal-found-damaged', body, () => ({
      package: id,
      sealNumber,
      ...seen,
    })),
  };
}

const findings = {
  SEAL_DAMAGED: 'DEMO: torn on the road; the content was counted by two and is complete',
  COUNT_MISMATCH: 'DEMO: 58 counted again by two; one case lay in the seam of the bag',
} as const;

function explained(play: Play, place: Setting['sector']['place'], id: string, kind: OpenDiscrepancy['kind']) {
  return {
    subject: `discrepancy/${id}`,
    type: 'discrepancy.explained',
    by: 'DEMO-SEC-2/SEC',
    body: play.form('discrepancy.explained', place, { finding: findings[kind] }),
  };
}

function closed(
  play: Play,
  place: Setting['sector']['place'],
  { id, kind, packed }: OpenDiscrepancy,
  by: string,
  second: string,
): StagedAct {
  const said = { outcome: 'EXPLAINED_AND_CORRECTED', finding: findings[kind] };
  const body = play.form('discrepancy.closed', place, said);
  return {
    subject: `discrepancy/${id}`,
    type: 'discrepancy.closed',
    by,
    countersigned: [`${second} as second-officer`],
    body,
    items: itemEvents([packed], 'evidence.discrepancy-closed', body, () => ({
      ...said,
      gap: null,
      quantityEstablished: null,
    })),
  };
}
