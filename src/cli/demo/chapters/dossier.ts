import { join } from 'node:path';
import { type JsonObject, splitSubmission } from '../../../log/index.js';
import { fetchExport } from '../../audit/fetch-export.js';
import { describeDossier, dossierBody, readDossierOrder } from '../../dossier/dossier-order.js';
import { writeReceiptBeside } from '../../dossier/write-receipt.js';
import { DemoError, type Told } from '../narrator.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';

/** A dossier that an officer answered for. */
export interface BuiltDossier {
  readonly id: string;
  readonly subject: string;
}

interface AskedDossier {
  readonly release: string;
  /** The dossier that it adds to; null: none. */
  readonly follows: BuiltDossier | null;
  /** Null: that of the dossier that it adds to. */
  readonly number: string | null;
  /** Name in the folder of the demonstration, and in the story. */
  readonly fileName: string;
  readonly label: string;
  readonly told: Told;
}

/** Has the dossier of a release built, answers for it, and fetches it with the receipt of the event (E41). */
export type BuildsDossier = (play: Play, asked: AskedDossier) => Promise<BuiltDossier>;

/** @param home where what is fetched is left */
export function dossiersInto(home: string, untilWitnessed: (play: Play) => Promise<unknown>): BuildsDossier {
  return async (play, { release, follows, number, fileName, label, told }) => {
    const { narrator } = play;
    await untilWitnessed(play);
    const service = await play.stage.readingAs('DEMO-CASE-1');
    const asked: JsonObject = { release, contents: 'ORIGINALS', follows: follows?.id ?? null, number };
    const order = readDossierOrder(await service.orderDossier(asked), asked);
    narrator.name(order.id, label);
    narrator.show(describeDossier(order, narrator.language));
    await play.does(told, {
      subject: order.subject,
      type: 'dossier.built',
      by: 'DEMO-CASE-1/CASE',
      body: play.form('dossier.built', 'DEMO-HQ', dossierBody(order)),
    });
    const out = join(home, fileName);
    await fetchExport(service.stream(`/v1/dossiers/${order.id}/bag`), order.hash, out);
    const kept = play.kept.at(-1);
    const [receipt, submitted] = [kept?.receipts[0], kept?.submitted[0]];
    if (receipt === undefined || submitted === undefined) throw new DemoError('the dossier has no receipt');
    await writeReceiptBeside(out, { jws: splitSubmission(submitted).jws, receipt });
    return { id: order.id, subject: order.subject };
  };
}

/** E41: before anything leaves, the case officer has the dossier of the release built. */
export function playDossier(play: Play, build: BuildsDossier, release: string): Promise<BuiltDossier> {
  const { narrator } = play;
  narrator.heading({
    en: 'The dossier for the prosecutor',
    fr: 'Le dossier au parquet',
  });
  narrator.say({
    en: 'It holds exactly what the release grants, each piece with its whole history, provable without asking anybody. What is withheld stays out and is counted.',
    fr: "Il contient exactement ce qu'accorde l'autorisation, chaque pièce avec tout son historique, vérifiable sans rien demander à personne. Ce qui est réservé n'y figure pas, et il en est tenu compte.",
  });
  return build(play, {
    release,
    follows: null,
    number: 'DEMO-DOSSIER-1',
    fileName: 'dossier.zip',
    label: 'DEMO-DOSSIER-1',
    told: {
      en: 'The case officer answers for the dossier: what is inside is fixed by its hash.',
      fr: "L'officier chargé de l'affaire répond du dossier : son contenu est fixé par son empreinte.",
    },
  });
}

/** D7, E42: the dossier goes with the objects, and who receives both signs for it with his own key. */
export async function deliverDossier(
  play: Play,
  { nationalBrigade }: Setting,
  dossier: BuiltDossier,
  transfer: string,
): Promise<void> {
  await play.does(
    {
      en: 'He signs for the dossier as well: three copies, and who keeps each.',
      fr: 'Il signe aussi pour le dossier : trois exemplaires, et le détenteur de chacun.',
    },
    {
      subject: dossier.subject,
      type: 'dossier.delivered',
      by: 'DEMO-OPJ-1/NAT-OPJ',
      body: play.form('dossier.delivered', 'DEMO-HQ', {
        recipient: { unit: nationalBrigade, capacity: 'OPJ' },
        onPaper: null,
        transfer,
        copies: 3,
        keptBy: ['DEMO-PROSECUTION', 'DEMO-NATIONAL-BRIGADE', 'DEMO-MISSION'],
        nationalReferences: ['DEMO-PV-1'],
        reserves: null,
      }),
    },
  );
}

/** RQ-65: a later release adds to the dossier, and who has the first part is told. */
export async function supplementDossier(
  play: Play,
  build: BuildsDossier,
  { nationalBrigade }: Setting,
  dossier: BuiltDossier,
  release: string,
): Promise<void> {
  const supplement = await build(play, {
    release,
    follows: dossier,
    number: null,
    fileName: 'dossier-supplement.zip',
    label: 'DEMO-DOSSIER-1/2',
    told: {
      en: 'What was released later is a supplement: version 2 of the dossier, which names what it adds to.',
      fr: "Ce qui a été autorisé plus tard forme un supplément : la version 2 du dossier, qui désigne ce qu'elle complète.",
    },
  });
  await play.does(
    {
      en: 'The case officer tells the brigade, which has version 1, and records that it was told.',
      fr: "L'officier chargé de l'affaire en avise la brigade, qui détient la version 1, et consigne cet avis.",
    },
    {
      subject: dossier.subject,
      type: 'dossier.notice-sent',
      by: 'DEMO-CASE-1/CASE',
      body: play.form('dossier.notice-sent', 'DEMO-HQ', {
        about: 'SUPPLEMENT',
        dossier: supplement.id,
        to: nationalBrigade,
        reference: 'DEMO-LETTER-1',
        channel: 'DEMO: note verbale',
        text: 'DEMO: a supplement to the dossier is ready',
        acknowledgement: null,
      }),
    },
  );
}
