import t from 'tap';
import { type DisputedEvent, DisputedEvents } from '../../src/audit/report/disputed-events.js';
import type { ReportEvent } from '../../src/audit/report/report-event.js';
import { base64Text, formatCheckpoint, type SignedEvent, utf8Bytes } from '../../src/log/index.js';

const most = 10;

/** A stream of numbers that is the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function eventOf(index: number, pick: (below: number) => number): ReportEvent {
  const earlier = () => `event-${pick(index + 1)}`;
  const type = ['site.changed', 'site.countersigned', 'log.anchored'][pick(3)] ?? '';
  const text = formatCheckpoint({
    origin: 'demo.scelle.example/x',
    size: pick(index + 20),
    root: new Uint8Array(32),
  });
  const event: Partial<SignedEvent> = {
    eventId: `event-${index}`,
    subject: `site/${pick(3)}`,
    type,
    kid: 'DEMO-KEY',
    actor: { officer: `DEMO-${pick(3)}`, role: 'SEC' },
    refs: pick(2) === 0 ? [] : [earlier(), earlier()],
    body: {
      group: pick(3) === 0 ? earlier() : null,
      eventId: earlier(),
      note: base64Text(utf8Bytes(`${text}\n— demo.scelle.example/x ${base64Text(new Uint8Array(68))}\n`)),
    },
  };
  return { index, event: event as SignedEvent, receivedAt: 0, disclosed: new Set() };
}

interface Support {
  countersigned: string[];
  followed: string[];
  named: string[];
  anchored: number | null;
}

/** The definition, one pair of events after the other. */
function supportOf(disputed: ReportEvent, later: readonly ReportEvent[]): Support {
  const told: Support = { countersigned: [], followed: [], named: [], anchored: null };
  const acts = [disputed.event.eventId, disputed.event.body.group];
  for (const { index, event } of later) {
    const { type, actor, body, refs, subject } = event;
    const size = Number(Buffer.from(String(body.note), 'base64').toString().split('\n')[1]);
    if (type === 'log.anchored' && size > disputed.index) told.anchored ??= index;
    if (actor.officer === disputed.event.actor.officer) continue;
    if (type.endsWith('.countersigned') && acts.includes(body.eventId ?? null))
      told.countersigned.push(`#${index} ${actor.officer}`);
    else if (subject === disputed.event.subject) told.followed.push(`#${index} ${actor.officer}`);
    else if (refs.some(ref => acts.includes(ref))) told.named.push(`#${index} ${actor.officer}`);
  }
  const [countersigned, followed, named] = [told.countersigned, told.followed, told.named].map(list =>
    list.slice(0, most),
  );
  return { ...told, countersigned: countersigned ?? [], followed: followed ?? [], named: named ?? [] };
}

t.test('section 8: what later events say for disputed ones is what the definition gives', async t => {
  let supported = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const pick = numbers(seed);
    const events = Array.from({ length: 120 }, (_, index) => ({
      report: eventOf(index, pick),
      disputed: pick(4) === 0,
    }));
    const found = new DisputedEvents();
    for (const { report, disputed } of events) {
      if (disputed) found.add(report, { since: 0, revoked: 1000 });
      else found.support(report);
    }
    const supports = ({ countersigned, followed, named, anchored }: DisputedEvent) => ({
      countersigned,
      followed,
      named,
      anchored,
    });
    const expected = events.flatMap(({ report, disputed }, at) => {
      const later = events
        .slice(at + 1)
        .filter(one => !one.disputed)
        .map(one => one.report);
      return disputed ? [supportOf(report, later)] : [];
    });
    t.same(found.all.map(supports), expected, `seed ${seed}`);
    supported += expected.filter(
      one => one.named.length > 0 && one.countersigned.length > 0 && one.anchored !== null,
    ).length;
  }
  t.ok(supported > 0, 'each kind of support occurs');
});
