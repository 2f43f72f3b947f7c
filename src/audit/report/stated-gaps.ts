import type { SignedEvent } from '../../log/index.js';
import { memberOf, objectsOf, textOf } from './report-event.js';

/** A time nobody can account for, as an officer stated it of an item (GATE-12). */
export interface StatedGap {
  /** `evidence/<UUID>`. */
  readonly item: string;
  readonly from: string;
  readonly until: string;
  readonly why: string;
}

/** When a missing item is found, or when custody passes on from somebody who cannot sign: then for each item. */
export function statedGaps({ subject, body }: SignedEvent): readonly StatedGap[] {
  const { from, until, reason } = memberOf(body, 'gap');
  const { unattendedSince, reason: why } = memberOf(body, 'outgoingCannotSign');
  const { at } = memberOf(body, 'occurred');
  return [
    ...(from === undefined
      ? []
      : [{ item: subject, from: textOf(from), until: textOf(until), why: textOf(reason) }]),
    ...(unattendedSince === undefined
      ? []
      : objectsOf(body.items).map(({ subject: item }) => ({
          ...{ item: textOf(item), from: textOf(unattendedSince) },
          ...{ until: textOf(at), why: textOf(why) },
        }))),
  ];
}
