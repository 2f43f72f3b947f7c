import type { KnownItem, RecordedAct } from './materiel-of-acts.js';

const counted = ['PIECE', 'SET', 'PAIR', 'PAGE', 'FILE'];

/** The row of `materiel_version` of an item that nobody identified yet; its keys are not cut, nor made to samples. */
export function rowsOf(known: KnownItem, act: RecordedAct) {
  const { producer, model, calibre, serial, year, country, lot } = known.recorded;
  return {
    item: act.item,
    part: 0,
    known_index: act.index,
    superseded_index: null,
    event_id: act.eventId,
    stated_by: act.officer,
    stated: known.inherited ? 'INHERITED' : 'RECORD',
    identification: null,
    incident: known.incident,
    category: known.category,
    sub_category: known.subCategory,
    origin: known.origin,
    taken_from: known.takenFrom,
    found_as: known.foundAs,
    found_at: null,
    found_precision: null,
    recovering_party: known.recoveringParty,
    holding: known.holding,
    import: null,
    count: piecesOf(known),
    balances: true,
    amount: known.amount,
    unit: known.unit,
    obliterated: known.obliterated,
    calibre,
    calibre_written: known.recorded.calibreWritten,
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
    secondary_mark: known.recorded.secondaryMark,
    headstamp: known.recorded.headstamp,
    confidence: known.recorded.confidence,
    reference: known.recorded.reference,
    sample_key: null,
  };
}

function piecesOf({ amount, unit, consumed }: KnownItem): number | null {
  if (!counted.includes(unit)) return 1;
  if (amount === null) return null;
  const sum = [amount, ...consumed].reduce((total, one) => total + millionths(one), 0n);
  return sum % 1_000_000n === 0n ? Number(sum / 1_000_000n) : null;
}

function millionths(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}

function producerKey(text: string | null): string | null {
  return text === null ? null : keyOf(plain(text).replace(/[^\p{L}\p{N}]+/gu, ' '));
}

function compactKey(text: string | null): string | null {
  return text === null || text.includes('□') ? null : keyOf(compact(text));
}

function serialKey(text: string | null): string | null {
  if (text === null || text.includes('□')) return null;
  return keyOf(compact(text).replaceAll('O', '0').replace(/[IL]/g, '1').replace(/^0+/, ''));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}

function compact(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

function keyOf(text: string): string | null {
  const key = text.trim();
  return key === '' ? null : key;
}
