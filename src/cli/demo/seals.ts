import type { Play } from './play.js';

/** Returns the stock. Seals are handed out from a stock; a number is used once for ever. */
export async function playSeals(play: Play): Promise<string> {
  const { stage } = play;
  play.narrator.heading({ en: 'Seals are issued', fr: 'Remise des scellés' });
  const collector = stage.officer('DEMO-WIT-1').officer;
  const stock = {
    type: 'sealstock.issued',
    body: {
      numbers: { prefix: 'DEMO-', first: '0001', last: '0100' },
      sealType: { code: 'TAMPER_EVIDENT_BAG', text: null },
      issuedTo: collector,
      remark: null,
    },
  };
  await play.isStopped(
    {
      en: 'A collector issues seals to himself',
      fr: 'Un enquêteur se remet des scellés à lui-même',
    },
    'signer.role-not-provided',
    { ...stock, subject: `sealstock/${stage.newId()}`, by: 'DEMO-WIT-1/WIT' },
  );
  const issued = stage.newId();
  await play.does(
    {
      en: 'The sector custodian issues seals DEMO-0001 to DEMO-0100 to the collector',
      fr: "Le gardien des scellés du secteur remet les scellés DEMO-0001 à DEMO-0100 à l'enquêteur",
    },
    { ...stock, subject: `sealstock/${issued}`, by: 'DEMO-SEC-1/SEC' },
  );
  await play.isStopped(
    { en: 'The same numbers are issued again', fr: 'Les mêmes numéros sont remis une seconde fois' },
    'claim.taken',
    { ...stock, subject: `sealstock/${stage.newId()}`, by: 'DEMO-SEC-1/SEC' },
  );
  return issued;
}
