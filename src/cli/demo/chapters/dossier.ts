import { join } from 'node:path';
import { type JsonObject, splitSubmission } from '../../../log/index.js';
import { fetchExport } from '../../audit/fetch-export.js';
import { describeDossier, dossierBody, readDossierOrder } from '../../dossier/dossier-order.js';
import { writeReceiptBeside } from '../../dossier/write-receipt.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';

/** Name of the dossier in the folder of the demonstration. */
const fileName = 'dossier.zip';

/** E41: the case officer has the dossier of a release built, answers for it, and fetches it with the receipt of the event. */
export async function buildDossier(
  play: Play,
  home: string,
  release: string,
  untilWitnessed: () => Promise<unknown>,
): Promise<void> {
  const { narrator } = play;
  narrator.heading({
    en: 'The dossier for the prosecutor',
    fr: 'Le dossier au parquet',
  });
  narrator.say({
    en: 'It holds exactly what the release grants, each piece with its whole history, provable without asking anybody. What is withheld stays out and is counted.',
    fr: "Il contient exactement ce qu'accorde l'autorisation, chaque pièce avec tout son historique, vérifiable sans rien demander à personne. Ce qui est réservé n'y figure pas, et il en est tenu compte.",
  });
  await untilWitnessed();
  const service = await play.stage.readingAs('DEMO-CASE-1');
  const asked: JsonObject = { release, contents: 'ORIGINALS', follows: null, number: 'DEMO-DOSSIER-1' };
  const order = readDossierOrder(await service.orderDossier(asked), asked);
  narrator.name(order.id, 'DEMO-DOSSIER-1');
  narrator.show(describeDossier(order, narrator.language));
  await play.does(
    {
      en: 'The case officer answers for the dossier: what is inside is fixed by its hash.',
      fr: "L'officier chargé de l'affaire répond du dossier : son contenu est fixé par son empreinte.",
    },
    {
      subject: order.subject,
      type: 'dossier.built',
      by: 'DEMO-CASE-1/CASE',
      body: play.form('dossier.built', 'DEMO-HQ', dossierBody(order)),
    },
  );
  const out = join(home, fileName);
  await fetchExport(service.stream(`/v1/dossiers/${order.id}/bag`), order.hash, out);
  const kept = play.kept.at(-1);
  const [receipt, submitted] = [kept?.receipts[0], kept?.submitted[0]];
  if (receipt === undefined || submitted === undefined) throw new DemoError('the dossier has no receipt');
  await writeReceiptBeside(out, { jws: splitSubmission(submitted).jws, receipt });
}
