import { type ReportEvent, textOf } from './report-event.js';

/** Keys that were compromised: what was signed with one from a leaf on until it was revoked is disputed (log-format section 8). */
export class DisputedKeys {
  readonly #spans = new Map<string, { readonly since: number; readonly revoked: number }>();

  /** Takes every event of the export, in log order. */
  take({ index, event: { type, body } }: ReportEvent): void {
    if (type !== 'officer.key-revoked' || typeof body.compromisedSince !== 'number') return;
    this.#spans.set(textOf(body.kid), { since: body.compromisedSince, revoked: index });
  }

  /** Known once all events of the export were taken. */
  has({ index, event: { kid } }: ReportEvent): boolean {
    const span = this.#spans.get(kid);
    return span !== undefined && span.since <= index && index < span.revoked;
  }
}
