import { memberOf, type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import type { Defect } from '../paper/document.js';
import { joined, moment, semicolon } from '../paper/print/told.js';
import type { Bilingual, Moment } from '../paper/words.js';
import { type ItemHistory, readInherited } from './item-history.js';
import { occurredIn, receivedAt } from './moments.js';
import { asWritten, type People } from './people.js';
import type { ItemPiece } from './read-pieces.js';

/** How an item came of another: by a division, or as something taken from it (RQ-02). */
export interface Origin {
  /** Number of the item that it came of. */
  readonly parent: string;
  /** The act on the part; that on the parent may be said with it. */
  readonly act: ReportEvent;
  readonly on: ReportEvent | undefined;
  readonly countersigned: readonly ReportEvent[];
  /** The parent, where it is a piece of the dossier: then its history is inside, whole. */
  readonly piece: ItemPiece | undefined;
  /** Acts on the parent that the part refers to, with their countersignatures: these are inside in any case. */
  readonly named: readonly ReportEvent[];
}

type Part = Pick<ItemPiece, 'state' | 'history'>;

/** Of each item, by its subject, what it came of, the nearest first. */
export type Origins = ReadonlyMap<string, readonly Origin[]>;

export async function readOrigins(snapshot: LogSnapshot, items: readonly ItemPiece[]): Promise<Origins> {
  const read = new Map<string, readonly Origin[]>();
  for (const item of items) read.set(item.subject, await originsOf(snapshot, item, items));
  return read;
}

/** Who signed the acts that are inside alone. */
export function signersIn(origins: Origins): readonly string[] {
  const named = [...origins.values()].flat().flatMap(origin => origin.named);
  return named.map(({ event }) => event.actor.officer);
}

/** What an item came of, and what that came of: as far as the pieces of the dossier tell. */
async function originsOf(
  snapshot: LogSnapshot,
  { state, history }: Part,
  items: readonly ItemPiece[],
): Promise<readonly Origin[]> {
  const { parent } = state;
  const act = history.acts[0];
  if (parent === null || act === undefined) return [];
  const group = textOf(act.event.body.group);
  const piece = items.find(({ subject }) => subject === `evidence/${parent}`);
  const nearest: Origin = {
    parent: evidenceNumber(parent),
    act,
    on: history.groups.get(group),
    countersigned: history.countersigned.get(group) ?? [],
    piece,
    named: await readNamed(snapshot, history, `evidence/${parent}`),
  };
  return [nearest, ...(piece === undefined ? [] : await originsOf(snapshot, piece, items))];
}

/** An act that a piece refers to is inside, alone with its countersignatures (log-format section 11). */
async function readNamed(
  snapshot: LogSnapshot,
  history: ItemHistory,
  parent: string,
): Promise<readonly ReportEvent[]> {
  const [first] = history.acts;
  const { refs = [], body = {} } = first?.event ?? {};
  const read = await readInherited(snapshot, history, [...refs, textOf(body.group)]);
  return read.filter(({ event }) => event.subject === parent);
}

/** When it came of its parent: until then the parent's custody was its own. */
export function momentOfOrigin({ act }: Origin): Moment {
  return occurredIn(act.event.body.occurred) ?? receivedAt(act.receivedAt);
}

/** Of what, when, where and by whom; and where the time before that is told, or that it is not. */
export function toldOrigin(origin: Origin, people: People): Bilingual {
  return joined([cameOf(origin, people), origin.piece === undefined ? outside(origin) : inside(origin)], ' ');
}

/** GATE-12: what the dossier does not tell of an item's past is told first, as any other gap is. */
export function earlierHistoryOf(
  number: string,
  origins: readonly Origin[],
  people: People,
): readonly Defect[] {
  return origins
    .filter(({ piece }) => piece === undefined)
    .map(origin => ({
      item: number,
      kind: { fr: 'Historique antérieur hors du dossier', en: 'Earlier history outside the dossier' },
      what: toldOrigin(origin, people),
      at: momentOfOrigin(origin),
    }));
}

function cameOf(origin: Origin, people: People): Bilingual {
  const { parent, act, on, countersigned } = origin;
  const divided = act.event.type === 'evidence.derived';
  const place = textOf(memberOf((on ?? act).event.body, 'place').description);
  const at = moment(momentOfOrigin(origin));
  const [by, where] = [joined([people.tell(act.event.actor)]), asWritten(place)];
  const signed = joined(
    countersigned.map(({ event }) => people.tell(event.actor)),
    semicolon,
  );
  const beside =
    countersigned.length === 0
      ? { fr: '', en: '' }
      : { fr: `, contresigné par : ${signed.fr}`, en: `, countersigned by: ${signed.en}` };
  return {
    fr: `${divided ? 'Issu de la division de' : 'Prélevé sur'} ${parent}, le ${at.fr}, lieu : ${where.fr}, par : ${by.fr}${beside.fr}.`,
    en: `${divided ? 'Divided from' : 'Taken from'} ${parent} on ${at.en}, place: ${where.fr}, by: ${by.en}${beside.en}.`,
  };
}

function inside({ parent, piece }: Origin): Bilingual {
  return {
    fr: `Ce qui précède est la garde de ${parent} (pièce n° ${piece?.number} de ce dossier), reproduite ci-dessous.`,
    en: `What went before is the custody of ${parent} (piece no. ${piece?.number} of this dossier), repeated below.`,
  };
}

function outside({ parent, named }: Origin): Bilingual {
  const leaves = named.map(({ index }) => index).join(', ');
  const known =
    leaves === ''
      ? { fr: '', en: '' }
      : {
          fr: ` (s'y trouvent, par leur rang dans le journal : ${leaves})`,
          en: ` (inside are, by their position in the log: ${leaves})`,
        };
  return {
    fr: `Ce qui précède est l'historique de ${parent}, dont ce dossier ne contient pas tous les actes${known.fr} : le reste est à demander à la Mission.`,
    en: `What went before is the history of ${parent}, of which this dossier does not hold every act${known.en}: the rest must be asked for from the Mission.`,
  };
}
