import type { TracingState } from '../../src/custody/tracing/state.js';
import type { JsonObject } from '../../src/log/index.js';
import { openClassification } from './bodies/account.js';
import { draftTracing, linkOf, onTracing, requestOf, traced } from './bodies/tracing.js';
import type { Intent } from './procedure.js';
import type { Custody } from './random-custody.js';

const code = (value: string) => ({ code: value, text: null });

/** A request there is, of which `fits` holds; any, where nobody is careful. */
function onOne(
  c: Custody,
  word: string,
  fits: (state: TracingState) => boolean,
  bodyOf: (state: TracingState) => JsonObject = () => ({}),
): Intent | undefined {
  const drafted = c.earlier(
    ({ type, subject }) =>
      type === 'tracing.drafted' && (c.careless || fits(c.state<TracingState>(subject) as TracingState)),
  );
  const state = drafted && c.state<TracingState>(drafted.subject);
  if (drafted === undefined || state === undefined) return undefined;
  const { body, ...intent } = onTracing(word, {}, { subject: drafted.subject, by: c.somebody(['JMAC']) });
  return { ...intent, body: { ...body, ...c.circumstances(), ...bodyOf(state) } };
}

const isOpen = ({ closed }: TracingState) => closed === null;
const isDraft = (state: TracingState) => isOpen(state) && state.sent === null;
const isSent = (state: TracingState) => isOpen(state) && state.sent !== null;

const anObject = (c: Custody, { objects }: TracingState) => c.choice.of(objects)?.key ?? 'A';

function toState(c: Custody): JsonObject {
  if (!c.choice.once(3)) return {};
  const addressee = { kind: code('STATE'), country: null, name: 'DEMO-STATE', contact: null };
  return { channel: code('STATE_VIA_UN'), addressee };
}

function itemOf(c: Custody): string | undefined {
  return c.anItem(({ foundAs }) => foundAs !== 'PURCHASED_OR_SURRENDERED')?.slice('evidence/'.length);
}

/** Trace requests: drafted, sent where the channel is open, and what came back. */
export const tracingActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'tracing.drafted': c => {
    const item = itemOf(c);
    if (item === undefined) return undefined;
    const changes = {
      ...c.circumstances(),
      number: `DEMO-T-${c.next()}`,
      objects: [traced('A', item), traced('B', item, { vin: 'DEMO-VIN' })],
      ...toState(c),
    };
    return draftTracing(item, changes, { subject: c.fresh('tracing'), by: c.somebody(['JMAC']) });
  },
  'tracing.restated': c => {
    const item = itemOf(c);
    if (item === undefined) return undefined;
    const objects = [traced('A', item, { lot: `DEMO-LOT-${c.next()}` }), traced('B', item)];
    return onOne(c, 'restated', isDraft, () => ({
      ...requestOf(item, { objects, ...toState(c) }),
      reason: 'DEMO: misread',
    }));
  },
  'tracing.requested': c => onOne(c, 'requested', state => isDraft(state) && state.channel === 'PRODUCER'),
  'tracing.acknowledged': c => onOne(c, 'acknowledged', isSent),
  'tracing.reminded': c => onOne(c, 'reminded', isSent),
  'tracing.answered': c =>
    onOne(c, 'answered', isSent, () => ({
      dated: c.at.slice(0, 10),
      answer: c.choice.of(['FULL', 'PARTIAL']) ?? 'FULL',
    })),
  'tracing.reply-offered': c =>
    onOne(
      c,
      'reply-offered',
      state => isOpen(state) && state.answers.length > 0,
      () => ({ until: '2031-01-01' }),
    ),
  'tracing.reply-recorded': c =>
    onOne(c, 'reply-recorded', state => isOpen(state) && state.replyOffered !== null),
  'tracing.finding-recorded': c => onOne(c, 'finding-recorded', isOpen),
  'tracing.link-recorded': c =>
    onOne(c, 'link-recorded', isOpen, state => ({
      object: anObject(c, state),
      strand: c.choice.of(['DEMO-STRAND-1', 'DEMO-STRAND-2']) ?? 'DEMO-STRAND-1',
    })),
  'tracing.strand-restated': c =>
    onOne(
      c,
      'strand-restated',
      state => isOpen(state) && state.strands.length > 0,
      ({ strands }) => {
        const { object = 'A', strand = 'DEMO-STRAND' } = c.choice.of(strands) ?? {};
        return { object, strand, links: [linkOf(), linkOf({ to: null })] };
      },
    ),
  'tracing.closed': c => (c.choice.once(3) ? onOne(c, 'closed', isOpen) : undefined),
  'tracing.classified': c => {
    const body = { classification: openClassification, originatorConsent: null };
    const act = onOne(
      c,
      'classified',
      () => true,
      () => body,
    );
    return act && { ...act, by: 'DEMO-LEG-1/LEG' };
  },
};
