import t from 'tap';
import type { SignedEvent } from '../../src/log/index.js';
import { resultFacts } from '../../src/page/reading/facts/result-facts.js';

t.test('D5: an examination on the page, with the signs of each language as it sets them', async t => {
  const traces = [
    { kind: 'FINGERMARK', reference: 'DEMO-T1', place: null },
    { kind: 'FINGERMARK', reference: 'DEMO-T2', place: null },
  ];
  const exam = { type: { code: 'PHYSICAL', text: null }, result: 'NEGATIVE', method: 'DEMO-METHOD', traces };
  const event = { type: 'evidence.result-issued', body: { exams: [exam] } } as unknown as SignedEvent;
  const [fact, ...others] = resultFacts({ index: 7, receivedAt: 0, event, disclosed: new Map() });
  t.same(others, []);
  const [value] = fact?.values ?? [];
  t.equal(fact?.label.fr, 'Résultat de laboratoire (feuille 7)');
  t.match(value?.fr, /^[^:;]+ : [^:;]+ – méthode : DEMO-METHOD – traces : [^;]+DEMO-T1 ; [^;]+DEMO-T2$/);
  t.match(value?.en, /^[^:;]+[^ ]: [^:;]+ – method: DEMO-METHOD – traces: [^;]+DEMO-T1; [^;]+DEMO-T2$/);
});
