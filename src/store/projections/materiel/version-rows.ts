import { compactKey, producerKey, sampleKey, serialKey } from '../../../custody/identification/keys.js';
import { piecesOf } from '../../../custody/identification/pieces.js';
import type { PlacedAct } from '../../../custody/rule.js';
import type { Row } from '../write-rows.js';
import { type KnownIdentity, type KnownItem, nothingKnown } from './known-item.js';

type VersionRow = Row<'materiel_version'>;

interface PartOfVersion {
  readonly identity: KnownIdentity;
  readonly count: number | null;
  readonly balances: boolean;
}

/** What the register says of an item from this act on: a row for each sub-lot. */
export function versionRows(item: string, known: KnownItem, act: PlacedAct): readonly VersionRow[] {
  const { statement } = known;
  const stated = statement !== null ? 'IDENTIFICATION' : known.inherited ? 'INHERITED' : 'RECORD';
  return partsOf(known).map(({ identity, count, balances }, part) => ({
    item,
    part,
    known_index: act.index,
    superseded_index: null,
    event_id: act.eventId,
    stated_by: act.actor.officer,
    stated,
    identification: statement?.identification ?? null,
    incident: known.incident,
    category: known.category,
    sub_category: known.subCategory,
    origin: known.origin,
    taken_from: known.takenFrom,
    found_as: statement?.foundAs ?? known.foundAs,
    found_at: known.found?.at ?? null,
    found_precision: known.found?.precision ?? null,
    recovering_party: known.recoveringParty,
    holding: known.holding,
    import: known.import,
    count,
    balances,
    amount: known.amount,
    unit: known.unit,
    obliterated: statement?.obliterated ?? known.obliterated,
    ...columnsOf(identity, known.category),
  }));
}

function columnsOf(identity: KnownIdentity, category: string) {
  const { calibre, producer, model, year, country, lot, serial } = identity;
  return {
    calibre,
    calibre_written: identity.calibreWritten,
    producer,
    producer_key: producerKey(producer),
    model,
    model_key: compactKey(model),
    year,
    country,
    country_key: producerKey(country),
    lot,
    lot_key: compactKey(lot),
    serial,
    serial_key: serialKey(serial),
    secondary_mark: identity.secondaryMark,
    headstamp: identity.headstamp,
    confidence: identity.confidence,
    reference: identity.reference,
    sample_key: sampleKey({ category, calibre, producer, year }),
  };
}

/**
 * Sub-lots of what is identified, and what is not (GATE-11). Where pieces were divided off since, the register takes the
 * item's own quantity: of a lot that is the same throughout that many; of another nobody can say which are left, so that all
 * of them count as not identified, and the sub-lots are named without a count.
 */
function partsOf(known: KnownItem): readonly PartOfVersion[] {
  const pieces = recoveredPieces(known);
  const { statement } = known;
  if (statement === null) return [{ identity: known.recorded, count: pieces, balances: true }];
  const { parts, unidentified } = statement;
  const stated = parts.reduce((sum, { count }) => sum + count, unidentified);
  const alike = parts.length === 1 && unidentified === 0;
  if (pieces === null || pieces === stated || alike) {
    const counted = parts.map(({ count, ...identity }) => ({
      identity,
      count: alike && pieces !== null ? pieces : count,
      balances: true,
    }));
    return unidentified === 0 ? counted : [...counted, notIdentified(unidentified, true)];
  }
  return [
    ...parts.map(({ count: _count, ...identity }) => ({
      identity,
      count: pieces === 0 ? 0 : null,
      balances: pieces === 0,
    })),
    notIdentified(pieces, pieces === 0),
  ];
}

function notIdentified(count: number, balances: boolean): PartOfVersion {
  return { identity: nothingKnown, count, balances };
}

function recoveredPieces({ amount, unit, consumed }: KnownItem): number | null {
  return piecesOf({ amount, unit }, consumed);
}
