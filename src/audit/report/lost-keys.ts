import { type ReportEvent, textOf } from './report-event.js';

/**
 * Keys that were reported lost. What one signed before stands, and by whose hand nobody can tell from the log: it is
 * shown beside it (log-format section 8).
 */
export class LostKeys {
  /** Leaf of the first report, by key. */
  readonly #reports = new Map<string, number>();

  /** Takes every event of the export, in log order. */
  take({ index, event: { type, body } }: ReportEvent): void {
    if (type !== 'officer.key-revoked' || body.reason !== 'lost') return;
    const kid = textOf(body.kid);
    if (!this.#reports.has(kid)) this.#reports.set(kid, index);
  }

  /** Leaf of the report that came after it. Known once all events of the export were taken. */
  reportedAfter({ index, event: { kid } }: Pick<ReportEvent, 'index' | 'event'>): number | undefined {
    const report = this.#reports.get(kid);
    return report !== undefined && index < report ? report : undefined;
  }
}
