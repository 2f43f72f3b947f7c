import t from 'tap';
import type { SignedEvent } from '../../src/log/index.js';
import { pieceFacts } from '../../src/page/reading/facts/piece-facts.js';
import { releaseFacts } from '../../src/page/reading/facts/release-facts.js';

const file = 'ab'.repeat(32);
const why = 'DEMO: no place in it';
const said = {
  label: {
    en: 'Photographs with the data of the camera (originals)',
    fr: "Photographies avec les données de l'appareil (originaux)",
  },
  values: [{ en: `${file} – ${why}`, fr: `${file} – ${why}` }],
};

/** What the page tells of photographs that decisions with these members, one after the other, let go as originals. */
function toldOfDecisions(...bodies: readonly object[]) {
  const acts = bodies.map((body, index) => {
    const event = { type: 'release.decided', form: 6, body } as unknown as SignedEvent;
    return { index, receivedAt: 0, event, disclosed: new Map() };
  });
  return releaseFacts(acts).filter(({ label }) => label.en === said.label.en);
}

const decidedOn = (...pieces: readonly string[]) => ({ items: pieces.map(subject => ({ subject, seq: 1 })) });

t.test('GATE-8: the page says which photographs went as originals, and why', async t => {
  const listed = { piece: 'evidence/DEMO', file, boundBy: 'DEMO', why };
  const granted = { ...decidedOn('evidence/DEMO'), originalPhotographs: [listed] };
  t.same(toldOfDecisions(granted), [said]);
  t.same(toldOfDecisions({ ...granted, originalPhotographs: [] }), []);
  t.same(toldOfDecisions(decidedOn('evidence/DEMO')), [], 'earlier forms');
  const { piece: _, ...ofPiece } = listed;
  const release = {
    ...({
      status: 'CLEARED',
      requestedBy: '',
      recipientUnit: '',
      recipientCapacity: '',
      purpose: '',
    } as const),
    ...{ validFrom: null, validUntil: null, conditions: [], event: '', originalPhotographs: [ofPiece] },
  } as const;
  const facts = pieceFacts({ legal: { DEMO: release } });
  t.same(
    facts.filter(({ label }) => label.en === said.label.en),
    [said],
  );
});

t.test('GATE-8: of each piece the page tells the originals of the last decision on it', async t => {
  const [piece, other] = ['evidence/DEMO', 'evidence/DEMO-2'];
  const listed = { piece, file, boundBy: 'DEMO', why };
  const granted = { ...decidedOn(piece, other), originalPhotographs: [listed] };
  const on = (subject: string) => ({ ...decidedOn(subject), originalPhotographs: [] });
  t.same(toldOfDecisions(granted, on(other)), [said], 'a later decision on another piece takes nothing back');
  t.same(toldOfDecisions(granted, on(piece)), [], 'one on the same piece does');
});
