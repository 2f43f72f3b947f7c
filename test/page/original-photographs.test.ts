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

/** What the page tells of photographs that a decision with these members lets go as originals. */
function toldOfDecision(body: object) {
  const event = { type: 'release.decided', form: 6, body } as unknown as SignedEvent;
  const facts = releaseFacts([{ index: 0, receivedAt: 0, event, disclosed: new Map() }]);
  return facts.filter(({ label }) => label.en === said.label.en);
}

t.test('GATE-8: the page says which photographs went as originals, and why', async t => {
  const listed = { piece: 'evidence/DEMO', file, boundBy: 'DEMO', why };
  t.same(toldOfDecision({ originalPhotographs: [listed] }), [said]);
  t.same(toldOfDecision({ originalPhotographs: [] }), []);
  t.same(toldOfDecision({}), [], 'earlier forms');
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
