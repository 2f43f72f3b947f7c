import t from 'tap';
import type { ReleaseInput, ReleaseState } from '../../../src/custody/release/state.js';
import { partOfSources } from '../../../src/dossier/reading/clearance/of-content.js';
import { partOfTorture } from '../../../src/dossier/reading/clearance/of-recipient.js';
import { partOfViews } from '../../../src/dossier/reading/clearance/of-views.js';
import type { JsonObject } from '../../../src/log/index.js';

const digest: JsonObject = { _sd: 'A'.repeat(43) };

/** The rows of a part by their French labels. */
function rowsOf(parts: ReturnType<typeof partOfSources>): ReadonlyMap<string, string> {
  return new Map(parts.flatMap(({ rows }) => rows).map(({ label, value }) => [label.fr, value.fr] as const));
}

t.test('GATE-8, F-28: a withheld answer is printed as withheld, and not as a no', async t => {
  const sources = rowsOf(
    partOfSources({
      sources: { identifiable: digest, protectionPlan: digest },
      questions: { consent: { answer: 'YES', basis: digest } },
    }),
  );
  t.match(sources.get('Identifiables par ce qui est remis'), /^Réservé/);
  t.match(sources.get('Plan de protection'), /^Réservé/);
  const torture = rowsOf(partOfTorture({ torture: { risk: digest, basis: digest, mitigation: digest } }));
  t.match(torture.get('Risque pour les suspects'), /^Réservé/);
});

t.test(
  'GATE-8, E38: an objection for the protection of sources prints like a view that has none',
  async t => {
    const body = { inputs: [{ kind: 'SOURCE_PROTECTION', given: 'DEMO-EVENT', reason: digest }] };
    const printed = (view: ReleaseInput['view']) => {
      const input = { event: 'DEMO-EVENT', view, role: 'HR', originator: null, date: '2021-04-02' };
      return rowsOf(partOfViews(body, { inputs: [input] } as unknown as ReleaseState));
    };
    t.same(printed('OBJECTION'), printed('NO_OBJECTION'));
    t.match([...printed('OBJECTION').values()], [/^Recueilli, /]);
  },
);
