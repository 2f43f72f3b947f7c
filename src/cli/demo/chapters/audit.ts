import { join } from 'node:path';
import type { JsonObject } from '../../../log/index.js';
import { exportBody } from '../../audit/answer-for-order.js';
import { describeOrder, type ExportOrderAnswer, readOrder } from '../../audit/export-order.js';
import { fetchExport } from '../../audit/fetch-export.js';
import type { Told } from '../narrator.js';
import type { Play } from '../play.js';

/** Names of what an auditor finds in the folder of the demonstration. */
const wholeLog = 'audit';
const oneItem = 'audit-item.zip';

/** E60: an auditor takes the whole log along as a folder, and one item's history as a ZIP, each once the checkpoint has its quorum. */
export async function takeAlong(
  play: Play,
  home: string,
  item: { readonly id: string; readonly label: string },
  untilWitnessed: () => Promise<unknown>,
) {
  const { narrator } = play;
  narrator.heading({
    en: 'An auditor takes the log along',
    fr: 'Un auditeur emporte le journal',
  });
  narrator.say({
    en: 'The service freezes an export and says what is inside; the auditor answers for it with his key; only then it is fetched, and its hash is checked. What is withheld stays out.',
    fr: "Le service fige un extrait et dit ce qu'il contient ; l'auditeur en répond par sa clé ; il n'est retiré qu'ensuite, et son empreinte est vérifiée. Ce qui est réservé n'y figure pas.",
  });
  await untilWitnessed();
  await exportTo(
    play,
    join(home, wholeLog),
    'DEMO-EXPORT-1',
    { kind: 'LOG', item: null },
    {
      en: 'The auditor answers for an export of the whole log.',
      fr: "L'auditeur répond d'un extrait de tout le journal.",
    },
  );
  await untilWitnessed();
  await exportTo(
    play,
    join(home, oneItem),
    'DEMO-EXPORT-2',
    { kind: 'ITEM', item: item.id },
    {
      en: `The auditor answers for an export of one item, ${item.label}.`,
      fr: `L'auditeur répond d'un extrait d'une seule pièce, ${item.label}.`,
    },
  );
}

async function exportTo(
  play: Play,
  out: string,
  label: string,
  of: { readonly kind: 'LOG' | 'ITEM'; readonly item: string | null },
  told: Told,
): Promise<void> {
  const service = await play.stage.readingAs('DEMO-AUD-1');
  const asked: JsonObject = {
    scope: { incident: null, custodian: null, from: null, until: null, ...of },
    recipient: 'DEMO-OVERSIGHT',
    purpose: 'DEMO: yearly audit',
    withheldIncluded: false,
  };
  const order: ExportOrderAnswer = readOrder(await service.orderExport(asked), asked);
  play.narrator.name(order.id, label);
  play.narrator.show(describeOrder(order, play.narrator.language));
  await play.does(told, {
    subject: order.subject,
    type: 'export.generated',
    by: 'DEMO-AUD-1/AUD',
    body: play.form('export.generated', 'DEMO-HQ', exportBody(order)),
  });
  await fetchExport(service.stream(`/v1/audit/exports/${order.id}`), order.hash, out);
}
