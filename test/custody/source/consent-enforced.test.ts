import t from 'tap';
import type { RuleCode } from '../../../src/custody/refusals.js';
import { explain, type PlacedViolation } from '../../../src/custody/violation.js';
import type { JsonObject } from '../../../src/log/index.js';
import { buildDossier, builtBody, deliveredBody, dossierSubject } from '../../helpers/bodies/dossier.js';
import { releaseSubject } from '../../helpers/bodies/release.js';
import { consentBody, linkedBody, onSource, sourceBody, sourceSubject } from '../../helpers/bodies/source.js';
import { changedSop, type Procedure } from '../../helpers/procedure.js';
import {
  bindPhotograph,
  decide,
  held,
  information,
  item,
  other,
  request,
  requestWithFiles,
  unit,
  withheldMember,
} from '../release/stage.js';
import * as handover from '../transfer/handover-stage.js';

const humanRights = 'DEMO-HR-1/HR';

/** A source is linked to pieces; what he consents to comes after. */
function link(procedure: Procedure, ...pieces: readonly string[]): void {
  procedure.accept(onSource('registered', humanRights, sourceBody()));
  for (const piece of pieces) procedure.accept(onSource('linked', humanRights, linkedBody(piece)));
}

function consent(procedure: Procedure, use: string, changes: JsonObject = {}): string {
  return procedure.accept(onSource('consent-recorded', humanRights, consentBody(use, changes))).eventId;
}

function revoke(procedure: Procedure, given: string): void {
  const body = { consent: given, reason: null };
  procedure.accept(onSource('consent-revoked', humanRights, body, { refs: [given] }));
}

/** Two items and a piece of information are asked for; a source is linked to the information and one of the items. */
function asked(): Procedure {
  const procedure = held();
  procedure.accept(request({}, {}, [item, other, information]));
  link(procedure, item, information);
  return procedure;
}

const all = [item, other, information];
const grant = (changes: JsonObject = {}, pieces = all) => decide(changes, undefined, pieces);
const takenOut = (procedure: Procedure, piece: string, ground: string): JsonObject => ({
  piece,
  members: [withheldMember(procedure, piece)],
  file: null,
  what: 'DEMO: the passage',
  ground,
  why: 'DEMO',
});

t.test('GATE-8, RQ-64: nothing is granted that the consent of a source does not cover', async t => {
  const procedure = asked();
  t.same(procedure.refuse(grant()), ['release.source-consent-missing', 'release.source-consent-missing']);
  procedure.accept(grant({ outcome: 'REFUSED', validFrom: null, validUntil: null }));

  const without = asked();
  without.accept(grant({}, [other]));
  for (const [use, changes] of [
    ['NONE', {}],
    ['INTERNATIONAL', {}],
    ['THIS_COURT', { unit: handover.otherUnit }],
    ['ANY_NATIONAL', { validUntil: '2021-04-01' }],
    ['ANY_NATIONAL', { takenOn: '2021-04-03' }],
  ] as const) {
    const elsewhere = asked();
    elsewhere.suppose(`unit/${handover.otherUnit}`, { name: 'DEMO-BIS', national: true });
    consent(elsewhere, use, changes);
    t.same(elsewhere.refuse(grant({}, [information])), ['release.source-consent-missing'], use);
  }
  for (const [use, changes] of [
    ['ANY_NATIONAL', {}],
    ['THIS_COURT', { unit }],
  ] as const) {
    const covered = asked();
    consent(covered, use, changes);
    covered.accept(grant());
  }
});

t.test('GATE-8: what is taken out for the protection of persons is listed, and the piece goes', async t => {
  const procedure = asked();
  const redactions = [
    takenOut(procedure, item, 'PROTECTION_OF_PERSONS'),
    takenOut(procedure, information, 'CLASSIFIED'),
  ];
  t.same(procedure.refuse(grant({ redactions })), ['release.source-consent-missing']);
  const listed = [...redactions, takenOut(procedure, information, 'PROTECTION_OF_PERSONS')];
  procedure.accept(grant({ redactions: listed }));
});

t.test('RQ-64: of two sources in one piece both consent', async t => {
  const procedure = asked();
  consent(procedure, 'ANY_NATIONAL');
  const second = { subject: `source/${handover.unit}` };
  procedure.accept({
    ...onSource('registered', humanRights, sourceBody({ code: 'DEMO-SOURCE-2' })),
    ...second,
  });
  procedure.accept({ ...onSource('linked', humanRights, linkedBody(item)), ...second });
  t.same(procedure.refuse(grant()), ['release.source-consent-missing']);
});

t.test('GATE-8, F-28: who is refused hears of the piece, never which source', async t => {
  const { detail } = asked().judge(grant({}, [information]));
  const [violation] = detail as readonly PlacedViolation[];
  t.same(violation?.parameters, { number: 'DEMO-INFO' });
  if (violation === undefined) return;
  for (const language of ['en', 'fr'] as const)
    t.notMatch(
      JSON.stringify(explain(violation, language)),
      new RegExp(`DEMO-SOURCE|${sourceSubject}|VOICE`),
    );
});

t.test('RQ-13: under a procedure of an earlier edition consent was for a person to look after', async t => {
  const procedure = asked();
  t.same(procedure.refuse(grant({}, [item])), ['release.source-consent-missing']);
  procedure.sop = changedSop(sop => {
    sop.edition = 3;
  });
  procedure.accept(grant());
});

t.test('GATE-8: where links are not known nothing is claimed of them', async t => {
  const procedure = held();
  procedure.world.piecesLinkedBy = () => [];
  procedure.accept(request({}, {}, [item]));
  link(procedure, item);
  t.equal(procedure.world.sourcesOf(item), undefined);
  procedure.accept(grant({}, [item]));
});

const neutral: RuleCode = 'release.not-as-things-stand';

t.test(
  'GATE-8, RQ-64: after a consent was revoked nothing is handed over under the older decision',
  async t => {
    const before = handover.released();
    link(before.procedure, ...before.items);
    t.same(before.procedure.refuse(handover.offer(before)), [neutral], 'linked since the decision');
    const given = consent(before.procedure, 'THIS_COURT', { unit: handover.unit });
    before.procedure.accept(handover.offer(before));
    revoke(before.procedure, given);
    const { rules, detail } = before.procedure.judge(handover.receive(before));
    t.same(rules, [neutral]);
    const [violation] = detail as readonly PlacedViolation[];
    if (violation === undefined) throw new Error('refused without words');
    for (const language of ['en', 'fr'] as const) {
      const { gate, message, missing } = explain(violation, language);
      t.notMatch(
        [gate, message, missing].join(' '),
        /source|GATE-8|consent/i,
        'the recipient is told nothing of it',
      );
    }
    consent(before.procedure, 'ANY_NATIONAL');
    before.procedure.accept(handover.receive(before));

    const redactions = [{ file: null, what: 'DEMO', ground: 'PROTECTION_OF_PERSONS', why: 'DEMO' }];
    const redacted = handover.released({ redactions });
    link(redacted.procedure, ...redacted.items);
    redacted.procedure.accept(handover.offer(redacted));
  },
);

t.test('GATE-8, E41: nor is a dossier built of it, or delivered', async t => {
  const procedure = held();
  procedure.accept(request());
  link(procedure, item);
  const given = consent(procedure, 'ANY_NATIONAL');
  procedure.accept(decide());
  const release = releaseSubject.slice('release/'.length);
  const build = buildDossier(builtBody({ release, recipientUnit: unit }, [item, other]));
  const deliver = {
    subject: dossierSubject,
    type: 'dossier.delivered',
    by: 'DEMO-HQC-1/HQC',
    body: deliveredBody(unit),
    countersigned: ['DEMO-SEC-1/SEC as witness'],
  };
  procedure.accept(build);
  revoke(procedure, given);
  t.same(procedure.refuse(deliver), [neutral]);
  const again = {
    ...build,
    subject: `dossier/${handover.otherUnit}`,
    body: { ...build.body, number: 'DEMO-D-2' },
  };
  t.same(procedure.refuse(again), ['dossier.source-consent-missing']);
  consent(procedure, 'THIS_COURT', { unit });
  procedure.accept(again);
  procedure.accept(deliver);
});

t.test(
  'GATE-8: what is taken out does not stand for a consent revoked since where an original goes',
  async t => {
    for (const asOriginal of [true, false]) {
      const procedure = held();
      const file = 'ab'.repeat(32);
      const boundBy = bindPhotograph(procedure, item, file);
      procedure.accept(requestWithFiles([{ piece: item, files: [{ sha256: file, boundBy }] }]));
      link(procedure, item);
      const given = consent(procedure, 'ANY_NATIONAL');
      const original = { piece: item, file, boundBy, why: 'DEMO: nobody is told' };
      const redactions = [takenOut(procedure, item, 'PROTECTION_OF_PERSONS')];
      procedure.accept(grant({ redactions, originalPhotographs: asOriginal ? [original] : [] }, [item]));
      revoke(procedure, given);
      const release = releaseSubject.slice('release/'.length);
      const build = buildDossier(builtBody({ release, recipientUnit: unit }, [item]));
      if (asOriginal) t.same(procedure.refuse(build), ['dossier.source-consent-missing']);
      else procedure.accept(build);
    }
  },
);
