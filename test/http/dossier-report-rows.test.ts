import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { type ReleasedReport, releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { loose, type Packed } from '../../src/cli/demo/consignment.js';
import { evidenceNumber } from '../../src/custody/evidence/number.js';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { answerForDossier, type DossierOrder, dossierRequests } from '../helpers/dossier-requests.js';
import { type PlayedExamination, playExaminationInFull, said } from '../helpers/examination-in-full.js';
import { storyAtSector } from '../helpers/played-story.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

/** Words of a row as a reader finds them: where a line is broken, or a hyphen stands at its end, tells nothing. */
function squeezed(text: string): string {
  return text.replaceAll(/[\s-]+/g, '').toLowerCase();
}

/** `4 avril 2021 à 20 h 31 (UTC)`. */
function inFrench(ms: number): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', ...options }).format(ms);
  const clock = part({ hour: '2-digit', minute: '2-digit' }).replace(':', ' h ');
  return `${part({ dateStyle: 'long' })} à ${clock} (UTC)`;
}

/** Every row of form D5 (domain.md section d) with what the acts say in it, in French. */
function rowsOf({
  vehicle,
  casings,
  lift,
  at,
  seals,
}: PlayedExamination): Readonly<Record<string, readonly string[]>> {
  const [first, second, taken] = [vehicle, casings, lift].map(({ id }) => evidenceNumber(id));
  const outside = `${second} (n'est pas une pièce de ce dossier)`;
  const made = `Pratiqué le ${inFrench(at.amended).split(' à ')[0]}`;
  return {
    'Requesting unit, case, date': [
      'Service demandeur DEMO-MISSION-UNIT',
      'Affaire 210402 Complex attack, Aguelhok',
      `Demandé le ${inFrench(at.requested)}`,
    ],
    'Requester contact': [said.contact],
    'Offence, short circumstances': [said.offence, said.circumstances],
    'Item list, question per item': [`${first} : ${said.questions[0]} ; ${outside} : ${said.questions[1]}`],
    'Exam types, order': [
      `${first} : 1. Traces papillaires : cyanoacrylate, 2. Identification des marquages et culots, 3. Restitution d'un numéro de série effacé (altère la pièce) ; ${second} : 1. Traces papillaires : poudre`,
    ],
    'Prior exams': [`${first} : ${said.priorExams[0]} ; ${second} : ${said.priorExams[1]}`],
    'Hazards, certificates': [`${said.hazard}, ${vehicle.label}-CERTIFICATE`],
    'Destructive testing allowed? approved by': [
      `${first} : Restitution d'un numéro de série effacé – ${said.lost} – conservé : ${said.kept} – approuvé par ${said.approvedBy[0]} et ${said.approvedBy[1]}`,
    ],
    'Urgency, court date': ['Audience fixée – audience le 17 septembre 2021'],
    'Return instructions': [said.returnTo],
    'Lab no., report no., version': [said.laboratoryNumber, `Rapport d'examen n° ${said.report}, version 2`],
    'Received: date, from whom, count, seal state, condition': [
      `Reçu le ${inFrench(at.received)}`,
      said.broughtBy,
      `${first} : sous scellé, non compté ; ${second} : 58 pièces`,
      `${first} : ${seals.opened} : Vérifié, intact ; ${second} : sans scellé`,
      ...said.conditions,
    ],
    'Items examined / not examined and why': [
      made,
      `${first} : Identification des marquages et culots – Non examiné – ${said.omitted}`,
      `${outside} : ${said.notExamined}`,
    ],
    'Method per item, with limits': [
      'Niveau 2 : laboratoire de la Mission',
      ...said.methods,
      ...said.instruments,
      ...said.limits,
    ],
    'Findings, opinion separate': [
      ...said.findings,
      `Avis (distinct de la constatation) ${said.opinion}`,
      'Résultat Non concluant',
      "Résultat Négatif : rien n'a été trouvé",
      `${said.trace}, Trace papillaire`,
      said.summary,
    ],
    'Items opened, resealed, new seal no.': [
      `${first} : scellé ouvert : ${seals.opened} – nouveau scellé : ${seals.resealed}`,
      `${outside} : scellé ouvert : Néant – nouveau scellé : Néant – ${said.noSeal}`,
    ],
    'Consumed / altered, residue': [
      `${first} : Altérée, rien consommé – ${said.altered} – ${said.residue}`,
      `${outside} : Rien altéré ni consommé`,
    ],
    'Derived exhibits created': [`${taken} (de ${first}) : ${lift.description.fr}`],
    'Examiner, reviewer, dates': [said.examiner, said.reviewer, `DEMO-LABORATORY, ${inFrench(at.amended)}`],
    'Amendments keep the former version': [
      `1 – ${inFrench(at.issued)} – ${said.changed} – ${said.changedWhy}`,
    ],
    'Language(s); classification': [
      'Langue Français (FR), Anglais (EN)',
      'Classification Confidentiel',
      said.quality,
    ],
  };
}

t.test(
  'D5, RQ-50 to RQ-55: every row stands in the printed report with what was signed in it, in French',
  { skip: skipWithout('pdftotext') },
  async t => {
    const { testStage, play, setting, stocks, incident, packed, discrepancies } = await storyAtSector(t);
    const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
    await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
    const played = await playExaminationInFull(play, setting, incident, packed.remains, packed.casesShrapnel);
    const printed = async (end: string, packages: readonly Packed[], reports: readonly ReleasedReport[]) => {
      const release = { id: play.newId(`DEMO-RELEASE-${end}`), number: `DEMO-RELEASE-${end}` };
      await testStage.stage.require([
        ...releaseRequest(play, release, setting.nationalBrigade, packages, { reports }),
        releaseDecision(play, release.id, packages, { reports }),
      ]);
      const { build, fetch } = await dossierRequests(testStage, 'DEMO-CASE-1');
      const number = `DEMO-DOSSIER-${end}`;
      const made = await build({ release: release.id, contents: 'ORIGINALS', number });
      t.equal(made.statusCode, 201, made.body);
      const order = made.json<DossierOrder>();
      await answerForDossier(testStage, order);
      const bag = await unzip((await fetch(order.id)).rawPayload);
      const path = join(await createTestFolder(t), 'dossier.pdf');
      await writeFile(path, bag.files.get('data/report/dossier.pdf') ?? Buffer.alloc(0));
      return textOf(path);
    };
    const lift = loose([played.lift], 'DEMO');
    const text = await printed('8', [packed.remains, lift], [played.report]);
    const from = text.indexOf("Rapport d'examen n°");
    const until = text.indexOf('Planche photographique', from);
    t.ok(from > 0 && until > from, 'the report is a part of the paper');
    const parent = evidenceNumber(played.vehicle.id);
    for (const words of [`Prélevé sur ${parent}, le `, 'reproduite ci-dessous.'])
      t.ok(squeezed(text).includes(squeezed(words)), `RQ-04: ${words}`);
    const ofParent = squeezed(text).split(squeezed(`garde de ${parent}`)).length - 2;
    t.ok(ofParent > 5, `RQ-04: each line of its custody says so: ${ofParent}`);
    const outside = ['Historique antérieur', `Prélevé sur ${parent}, le `, "s'y trouvent, par leur rang"];
    t.notOk(text.includes(outside[0] ?? ''), 'the item it was taken from goes along');
    const alone = squeezed(await printed('9', [lift], []));
    for (const words of outside) t.ok(alone.includes(squeezed(words)), `GATE-12: ${words}`);
    const report = squeezed(text.slice(from, until));
    for (const [row, values] of Object.entries(rowsOf(played)))
      t.same(
        values.filter(value => !report.includes(squeezed(value))),
        [],
        row,
      );
  },
);
