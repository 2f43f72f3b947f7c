import type { Play } from './play.js';

/** Seals are handed out from a stock to one officer; a number is used once for ever. */
export interface SealStocks {
  readonly collector: string;
  readonly sector: string;
  readonly headquarters: string;
}

export async function playSeals(play: Play): Promise<SealStocks> {
  play.narrator.heading({ en: 'Seals are issued', fr: 'Remise des scellés' });
  await play.isStopped(
    {
      en: 'A collector issues seals to himself.',
      fr: 'Un collecteur se remet des scellés à lui-même.',
    },
    'signer.role-not-provided',
    issueSeals(play, play.stage.newId(), 'DEMO-WIT-1', 'DEMO-', 'DEMO-WIT-1/WIT'),
  );
  const collector = play.newId('DEMO-SEAL-STOCK-1');
  await play.does(
    {
      en: 'The sector custodian issues seals DEMO-0001 to DEMO-0040 to the collector.',
      fr: 'Le gardien des scellés du secteur remet les scellés DEMO-0001 à DEMO-0040 au collecteur.',
    },
    issueSeals(play, collector, 'DEMO-WIT-1', 'DEMO-', 'DEMO-SEC-1/SEC'),
  );
  await play.isStopped(
    { en: 'The same numbers are issued again.', fr: 'Les mêmes numéros sont remis une seconde fois.' },
    'claim.taken',
    issueSeals(play, play.newId('DEMO-SEAL-STOCK-2'), 'DEMO-SEC-1', 'DEMO-', 'DEMO-HQC-1/HQC'),
  );
  const sector = play.newId('DEMO-SEAL-STOCK-SECTOR');
  const headquarters = play.newId('DEMO-SEAL-STOCK-HQ');
  await play.does(
    {
      en: 'Headquarters issues seals of their own to both stores.',
      fr: 'Le quartier général remet à chaque dépôt ses propres scellés.',
    },
    issueSeals(play, sector, 'DEMO-SEC-1', 'DEMO-S-', 'DEMO-HQC-1/HQC'),
    issueSeals(play, headquarters, 'DEMO-HQC-1', 'DEMO-H-', 'DEMO-HQC-1/HQC'),
  );
  return { collector, sector, headquarters };
}

export function issueSeals(play: Play, stock: string, to: string, prefix: string, by: string) {
  return {
    subject: `sealstock/${stock}`,
    type: 'sealstock.issued',
    by,
    body: {
      numbers: { prefix, first: '0001', last: '0040' },
      sealType: { code: 'TAMPER_EVIDENT_BAG', text: null },
      issuedTo: play.officer(to),
      remark: null,
    },
  };
}
