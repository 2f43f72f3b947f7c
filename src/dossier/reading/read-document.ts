import { textOf } from '../../audit/report/report-event.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import { isDemonstration } from '../../custody/log/demonstration.js';
import type { ReleaseState } from '../../custody/release/state.js';
import type { UnitState } from '../../custody/unit/state.js';
import { caveats, classificationLevels } from '../../custody/vocabulary/sensitivity.js';
import { base64Text } from '../../log/index.js';
import type { DossierDocument, Piece } from '../paper/document.js';
import type { DossierItem } from '../paper/item.js';
import type { Bilingual } from '../paper/words.js';
import { checkingOf } from './checking.js';
import { defectsOf } from './defects.js';
import type { DossierReading } from './dossier-reading.js';
import { type ItemHistory, readHistory } from './item-history.js';
import { handoverOf, statementsOf, witnessesOf } from './letter.js';
import { receivedAt } from './moments.js';
import { asWritten, People } from './people.js';
import { decisionOf, readReleaseActs } from './read-decision.js';
import { readItem, storage } from './read-item.js';
import { redactionsOf } from './redactions.js';

interface ReadPiece {
  readonly state: EvidenceState;
  readonly history: ItemHistory;
}

/** Everything that the printed dossier says, read at one size of the log (form D7). */
export async function readDocument(reading: DossierReading): Promise<DossierDocument> {
  const { snapshot, request } = reading;
  const items = await readPieces(reading);
  const acts = await readReleaseActs(reading);
  const people = await People.read(reading, [
    acts.requested.event.actor.officer,
    acts.decided.event.actor.officer,
    ...items.flatMap(officersIn),
  ]);
  const states = await reading.states([`release/${request.release}`, `unit/${request.recipientUnit}`]);
  const release = states.get(`release/${request.release}`) as ReleaseState;
  const unit = states.get(`unit/${request.recipientUnit}`) as UnitState;
  const told: DossierItem[] = [];
  for (const { state, history } of items) told.push(await readItem(reading, state, history, people));
  const addressee = asWritten(unit.name);
  return {
    number: request.number,
    version: request.version,
    supplements: supplementsOf(reading),
    origin: snapshot.origin,
    demonstration: isDemonstration(snapshot.origin),
    ...classificationOf(items),
    date: receivedAt(snapshot.receivedAt),
    piecesHash: reading.piecesHash,
    caseReference: request.proceedings,
    subject: asWritten(release.purpose),
    addressee: {
      authority: addressee,
      person: null,
      capacity: asWritten(release.recipientCapacity),
      place: { fr: '…', en: '…' },
    },
    sender: {
      office: people.unitOf(acts.requested.event.actor.officer),
      place: asWritten(textOf((acts.requested.event.body.place as { description?: string })?.description)),
      signatory: people.signatory(acts.requested.event.actor),
    },
    letter: [],
    nature: { kind: request.contents, statements: statementsOf(request.contents) },
    decision: decisionOf(reading, acts, release, people),
    facts: { entries: [], whenNone: noStatement },
    pieces: { entries: piecesOf(reading, items), whenNone: noItem },
    items: { entries: told, whenNone: noItem },
    reports: { entries: [], whenNone: noReport },
    storageInstructions: { entries: adviceFor(told), whenNone: noHazard },
    defects: {
      entries: items.flatMap(({ state, history }) => defectsOf(state, history)),
      whenNone: noDefect,
    },
    redactions: { entries: redactionsOf(reading), whenNone: noRedaction },
    witnesses: {
      entries: witnessesOf(
        items.map(({ history }) => history),
        people,
      ),
      whenNone: noWitness,
    },
    handover: handoverOf(release, addressee, people, acts),
    checking: checkingOf(reading, base64Text(snapshot.root)),
  };
}

async function readPieces(reading: DossierReading): Promise<readonly ReadPiece[]> {
  const { request, snapshot } = reading;
  const items = request.pieces.filter(piece => piece.startsWith('evidence/'));
  const states = await reading.states(items);
  const read: ReadPiece[] = [];
  for (const piece of items) {
    const state = states.get(piece) as EvidenceState;
    read.push({ state, history: await readHistory(snapshot, piece) });
  }
  return read;
}

function officersIn({ history: { acts, countersigned, groups } }: ReadPiece): readonly string[] {
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

const levels = Object.keys(classificationLevels) as (keyof typeof classificationLevels)[];

/** A dossier is as sensitive as the most sensitive of its pieces, and bears every caveat of them. */
function classificationOf(items: readonly ReadPiece[]): Pick<DossierDocument, 'classification' | 'caveats'> {
  const found = items.map(({ state }) => levels.indexOf(state.classification.level));
  const level = levels[Math.max(0, ...found)] ?? 'UNCLASSIFIED';
  const marked = new Set(items.flatMap(({ state }) => state.classification.caveats));
  const words: Readonly<Record<string, Bilingual>> = caveats;
  return {
    classification: classificationLevels[level],
    caveats: [...marked].sort().map(code => words[code] ?? { fr: code }),
  };
}

/** The bordereau: each exhibit, then each file that goes along, numbered through. */
function piecesOf(
  { request, files, missing }: DossierReading,
  items: readonly ReadPiece[],
): readonly Piece[] {
  const nature = { ORIGINALS: 'ORIGINAL', COPIES: 'COPY', SUMMARY: 'SUMMARY' } as const;
  const exhibits = items.map(({ state: { number, description } }) => ({
    title: { fr: `${description.fr} (${number})`, en: `${description.en} (${number})` },
    nature: nature[request.contents],
    pages: null,
    sha256: null,
    file: null,
  }));
  const numbers = new Map(items.map(({ state, history }) => [history.acts[0]?.event.subject, state.number]));
  const attached = files.flatMap(({ piece, given }) => {
    const number = numbers.get(piece) ?? piece;
    return given
      .filter(sha256 => !missing.has(sha256))
      .map(sha256 => ({
        title: { fr: `Fichier joint à ${number}`, en: `File attached to ${number}` },
        nature: 'COPY' as const,
        pages: null,
        sha256,
        file: `data/file/${sha256}`,
      }));
  });
  return [...exhibits, ...attached].map((piece, position) => ({ number: position + 1, ...piece }));
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
  fr: 'Aucune personne de la Mission n’a signé sur les lieux.',
  en: 'Nobody of the Mission signed at a scene.',
};
