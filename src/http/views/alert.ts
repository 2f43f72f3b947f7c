import type { Language } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import { type Alert, type AlertPosition, alertKinds } from '../../store/readers/alerts/alert.js';
import { beforeAllAlerts } from '../../store/readers/alerts/read-alerts.js';
import { invalidCursor, readCursor } from '../schemas/page.js';

export function viewAlert(alert: Alert, language: Language) {
  const { id, kind, subject, label, officer, detail, since } = alert;
  const title = alertKinds[kind][language];
  return { id, kind, title, subject, label, officer, detail, since: formatTime(since) };
}

export function positionText({ since, id }: AlertPosition): string {
  return `${since}.${id}`;
}

/** @throws Problem `invalid-request` where the cursor is not one of ours */
export function readAlertCursor(after: string | undefined): AlertPosition {
  const position = readCursor(after);
  if (position === null) return beforeAllAlerts;
  const [, since, id] = /^(\d{1,15})\.([0-9a-f]{32})$/.exec(position) ?? [];
  if (since === undefined || id === undefined) throw invalidCursor();
  return { since: Number(since), id };
}
