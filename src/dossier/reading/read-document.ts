import { memberOf, textOf } from '../../audit/report/report-event.js';
import { classificationsLeaving } from '../../custody/evidence/record/classified-parts.js';
import { isDemonstration } from '../../custody/log/demonstration.js';
import type { ReleaseState } from '../../custody/release/state.js';
import type { UnitState } from '../../custody/unit/state.js';
import { caveats, classificationLevels, strictestLevel } from '../../custody/vocabulary/sensitivity.js';
import { base64Text } from '../../log/index.js';
import type { DossierDocument } from '../paper/document.js';
import type { DossierItem } from '../paper/item.js';
import type { Bilingual } from '../paper/words.js';
import { bordereauOf, contentsOf, withPieceNumbers } from './bordereau.js';
import { checkingOf } from './checking.js';
import { custodiansIn, readCustodies } from './custodies.js';
import type { DossierReading } from './dossier-reading.js';
import { reportsOf } from './laboratory/read-reports.js';
import { readReleasedReport } from './laboratory/released-report.js';
import { handoverOf, statementsOf } from './letter.js';
import { receivedAt } from './moments.js';
import { readOrigins, signersIn } from './origins.js';
import { asWritten, People } from './people.js';
import { decisionOf, type ReleaseActs, readReleaseActs } from './read-decision.js';
import { readDefects } from './read-defects.js';
import { readItem, storage } from './read-item.js';
import { type AnyPiece, allPieces, type ItemPiece, readPieces } from './read-pieces.js';
import { redactionsOf } from './redactions.js';
import { factsOf } from './statements.js';
import { witnessesOf } from './witnesses.js';

/** Everything that the printed dossier says, read at one size of the log (form D7). */
export async function readDocument(reading: DossierReading): Promise<DossierDocument> {
  const { snapshot, request } = reading;
  const acts = await readReleaseActs(reading);
  const pieces = await readPieces(reading, acts);
  const { items, information, examinations } = pieces;
  const all = allPieces(pieces);
  const reports = await Promise.all(examinations.map(piece => readReleasedReport(reading, piece, acts)));
  const custodies = await readCustodies(reading, items);
  const origins = await readOrigins(snapshot, items);
  const people = await People.read(reading, [
    acts.requested.event.actor.officer,
    acts.decided.event.actor.officer,
    ...all.flatMap(officersIn),
    ...custodiansIn(custodies),
    ...signersIn(origins),
  ]);
  const states = await reading.states([`release/${request.release}`, `unit/${request.recipientUnit}`]);
  const release = states.get(`release/${request.release}`) as ReleaseState;
  const unit = states.get(`unit/${request.recipientUnit}`) as UnitState;
  const read: DossierItem[] = [];
  for (const item of items) read.push(await readItem(reading, item, { custodies, origins }, people));
  const listed = bordereauOf(reading, pieces, read);
  const told = withPieceNumbers(read, listed);
  const addressee = asWritten(unit.name);
  return {
    number: request.number,
    version: request.version,
    supplements: supplementsOf(reading),
    origin: snapshot.origin,
    demonstration: isDemonstration(snapshot.origin),
    ...classificationOf(request.release, all, acts),
    date: receivedAt(snapshot.receivedAt),
    piecesHash: reading.piecesHash,
    caseReference: request.proceedings,
    subject: asWritten(release.purpose),
    addressee: {
      authority: addressee,
      person: null,
      capacity: asWritten(release.recipientCapacity),
      place: { fr: 'À …………………………', en: 'At …………………………' },
    },
    sender: {
      office: people.unitOf(acts.requested.event.actor.officer),
      place: asWritten(textOf((acts.requested.event.body.place as { description?: string })?.description)),
      signatory: people.signatory(acts.requested.event.actor),
    },
    letter: [],
    nature: {
      kind: natureOf(all, request.contents),
      statements: statementsOf(request.contents, {
        cleaned: reading.files.some(({ copies }) => copies.length > 0),
        originals: reading.files.some(({ originals }) => originals.length > 0),
      }),
    },
    decision: decisionOf(reading, acts, release, people, contentsOf(reading, pieces)),
    facts: { entries: factsOf(information, people), whenNone: noStatement },
    pieces: { entries: listed, whenNone: noItem },
    items: { entries: told, whenNone: noItem },
    reports: {
      entries: await reportsOf(
        reading,
        reports.filter(report => report !== undefined),
        people,
      ),
      whenNone: noReport,
    },
    storageInstructions: { entries: adviceFor(told), whenNone: noHazard },
    defects: {
      entries: await readDefects(items, snapshot, people, origins),
      whenNone: noDefect,
    },
    redactions: { entries: redactionsOf(reading, acts, all), whenNone: noRedaction },
    witnesses: {
      entries: witnessesOf(all, custodies, people),
      whenNone: noWitness,
    },
    handover: handoverOf(release, addressee, people, acts),
    checking: checkingOf(reading, base64Text(snapshot.root)),
  };
}

/** RQ-67: what of it is said to be original, where a piece goes as something else. */
function natureOf(
  pieces: readonly AnyPiece[],
  contents: DossierDocument['nature']['kind'],
): DossierDocument['nature']['kind'] {
  const natures = new Set(pieces.map(({ nature }) => nature));
  return natures.size > 1 ? 'MIXED' : contents;
}

function officersIn({
  history: { acts, countersigned, groups },
}: Pick<ItemPiece, 'history'>): readonly string[] {
  const all = [...acts, ...groups.values(), ...[...countersigned.values()].flat()];
  return all.map(({ event }) => event.actor.officer);
}

function supplementsOf({ request }: DossierReading): DossierDocument['supplements'] {
  const { follows, version, number } = request;
  if (follows === null || follows.as !== 'SUPPLEMENT') return null;
  return {
    number,
    version: version - 1,
    adds: {
      fr: `Ajoute ${request.pieces.length} pièces, autorisées ultérieurement`,
      en: `Adds ${request.pieces.length} pieces that were released later`,
    },
  };
}

/**
 * V6: a dossier is as sensitive as the most sensitive of its pieces and of their parts inside, and no less than the decision says of it, and bears every
 * caveat of them.
 */
function classificationOf(
  release: string,
  pieces: readonly AnyPiece[],
  { decided }: ReleaseActs,
): Pick<DossierDocument, 'classification' | 'caveats'> {
  const after = textOf(memberOf(decided.event.body, 'classification').after);
  const inside = pieces.flatMap(({ state }) =>
    classificationsLeaving(state, state.legal?.[release]).map(({ classification }) => classification),
  );
  const level = strictestLevel([...inside.map(one => one.level), after]) ?? 'UNCLASSIFIED';
  const marked = new Set(inside.flatMap(({ caveats: own }) => own));
  const words: Readonly<Record<string, Bilingual>> = caveats;
  return {
    classification: classificationLevels[level],
    caveats: [...marked].sort().map(code => words[code] ?? { fr: code }),
  };
}

function adviceFor(items: readonly DossierItem[]): readonly Bilingual[] {
  const given = new Set(items.map(({ storage: advice }) => advice));
  return [...given].filter(advice => advice !== storage.general);
}

const noStatement: Bilingual = {
  fr: "Aucune déclaration personnelle n'est comprise dans l'autorisation.",
  en: 'The release covers no personal statement.',
};
const noItem: Bilingual = { fr: 'Ce dossier ne comprend aucun objet.', en: 'This dossier holds no object.' };
const noReport: Bilingual = {
  fr: "Aucun rapport de laboratoire n'est compris dans l'autorisation.",
  en: 'The release covers no laboratory report.',
};
const noHazard: Bilingual = {
  fr: 'Aucune pièce ne demande de précaution particulière.',
  en: 'No piece needs particular care.',
};
const noDefect: Bilingual = {
  fr: 'Aucune anomalie, lacune, dérogation, inscription tardive ni rectification n’est inscrite.',
  en: 'No discrepancy, gap, override, late entry or correction is on record.',
};
const noRedaction: Bilingual = { fr: "Rien n'a été laissé de côté.", en: 'Nothing was left out.' };
const noWitness: Bilingual = {
  fr: "Aucune personne de la Mission n'a signé de constatation sur ces pièces ni n'en a eu la garde.",
  en: 'Nobody of the Mission signed a finding on these pieces or had them in custody.',
};
