import { itemActsOf } from '../../examination/item-acts.js';
import { List } from '../../schema/described.js';
import { EventId } from '../../schema/identifiers.js';
import { refuseIf, type Violation } from '../../violation.js';
import type { ReleasedPiece } from '../piece.js';

/** Of an examination beside what is said of every piece: the acts on items that its report consists of. */
export const reportMembers = {
  itemActs: List(
    EventId('Act on an item', 'Acte sur une pièce'),
    'Acts on items that the report consists of: what was asked, received, approved and found of each',
    'Actes sur les pièces dont se compose le rapport : ce qui a été demandé, reçu, approuvé et constaté pour chacune',
    { max: 2000 },
  ),
};

/** GATE-6, E33: an examination goes as a report that was issued. Before that there is nothing to decide on. */
export function checkReported({ number, reports = [] }: ReleasedPiece): readonly Violation[] {
  return refuseIf(reports.length === 0, 'release.nothing-reported', '/subject', { number });
}

/**
 * E34, RQ-54: what was amended since does not go as if it had not been: the version that goes is the last of its report.
 * @param version `event_id` of the act that issued it; null: not an examination
 */
export function checkNewestVersion(
  { number, reports = [] }: ReleasedPiece,
  version: string | null,
  pointer: string,
): readonly Violation[] {
  const named = reports.find(({ event }) => event === version);
  const last = reports.findLast(({ report }) => report === named?.report);
  return refuseIf(named !== undefined && last?.event !== version, 'release.version-superseded', pointer, {
    number,
    report: named?.report ?? '',
  });
}

/** What is decided on is the whole report, whose findings stand in the histories of the items, and nothing beside it. */
export function checkItemActs(
  { number, itemActs = [] }: ReleasedPiece,
  version: string,
  listed: readonly string[],
): readonly Violation[] {
  const expected = itemActsOf(itemActs, version);
  const missing = expected.filter(event => !listed.includes(event)).length;
  const more = listed.filter(event => !expected.includes(event)).length;
  return refuseIf(missing + more > 0, 'release.report-not-whole', '/body/itemActs', {
    number,
    missing: String(missing),
    more: String(more),
  });
}
