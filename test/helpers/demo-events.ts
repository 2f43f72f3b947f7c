import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReceiptAnswer } from '../../src/client/index.js';
import { type JsonObject, peekEvent, splitSubmission } from '../../src/log/index.js';

/** An event as it was kept with its receipt. */
export interface KeptEvent {
  readonly submitted: string;
  readonly receipt: ReceiptAnswer;
}

/** What was kept in `receipts` of a demonstration's folder, in the order of the log. */
export async function readKeptEvents(out: string): Promise<readonly KeptEvent[]> {
  const folder = join(out, 'receipts');
  const batches = await Promise.all(
    (await readdir(folder)).sort().map(async name => {
      const kept: { event: string; receipt: ReceiptAnswer }[] = JSON.parse(
        await readFile(join(folder, name), 'utf8'),
      );
      return kept.map(({ event, receipt }) => ({ submitted: event, receipt }));
    }),
  );
  return batches.flat();
}

/** The registration of an item, as far as tests of the demonstration's data look at it. */
export interface RegisteredBody {
  readonly description: { readonly en: string; readonly fr: string };
  readonly category: { readonly code: string };
  readonly subCategory: { readonly code: string };
  readonly quantity: { readonly amount: string | null };
  readonly foundAs: { readonly code: string };
  readonly foundIn: { readonly item: string; readonly where: string } | null;
  readonly marks: readonly { readonly kind: { readonly code: string }; readonly text: string }[];
  readonly unmarked: string | null;
  readonly interpretation: null | {
    readonly calibre: { readonly code: string } | null;
    readonly year: number | null;
    readonly country: string | null;
    readonly reference: string;
  };
  readonly photographs: readonly unknown[];
  readonly withoutPhotograph: string | null;
  readonly occurred: { readonly at: string; readonly precision: string };
  readonly lateEntry: object | null;
}

export interface RegisteredEvent {
  readonly id: string;
  readonly body: RegisteredBody;
}

export function registrationsOf(events: readonly KeptEvent[]): readonly RegisteredEvent[] {
  return events
    .map(({ submitted }) => peekEvent(splitSubmission(submitted).jws))
    .filter(({ type }) => type === 'evidence.registered')
    .map(({ subject, body }) => ({
      id: subject.split('/')[1] ?? '',
      body: body as unknown as RegisteredBody,
    }));
}

/** The bodies of every event of this type. */
export function bodiesOf(events: readonly KeptEvent[], type: string): readonly JsonObject[] {
  return events
    .map(({ submitted }) => peekEvent(splitSubmission(submitted).jws))
    .filter(event => event.type === type)
    .map(({ body }) => body);
}

/** The one body of an event of this type that says this somewhere. */
export function bodySaying(events: readonly KeptEvent[], type: string, text: string): string {
  const bodies = bodiesOf(events, type).map(body => JSON.stringify(body));
  return bodies.find(body => body.includes(text)) ?? '';
}
