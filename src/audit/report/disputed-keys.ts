import { type ReportEvent, textOf } from './report-event.js';

/** Between which leaves what a key signed is disputed: from `since` on, before `revoked`. */
export interface DisputedSpan {
  readonly since: number;
  readonly revoked: number;
}

/** Keys that were compromised: what was signed with one from a leaf on until it was revoked is disputed (log-format section 8). */
export class DisputedKeys {
  readonly #spans = new Map<string, DisputedSpan>();

  /** Takes every event of the export, in log order. */
  take({ index, event: { type, body } }: ReportEvent): void {
    if (type !== 'officer.key-revoked' || typeof body.compromisedSince !== 'number') return;
    this.#spans.set(textOf(body.kid), { since: body.compromisedSince, revoked: index });
  }

  /** Known once all events of the export were taken. */
  of({ index, event: { kid } }: Pick<ReportEvent, 'index' | 'event'>): DisputedSpan | undefined {
    const span = this.#spans.get(kid);
    return span !== undefined && span.since <= index && index < span.revoked ? span : undefined;
  }

  get isEmpty(): boolean {
    return this.#spans.size === 0;
  }
}
