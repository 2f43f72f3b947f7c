import { following } from '../../rule.js';
import { Exactly, Line, List, Nullable, Prose } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { traceFinders } from '../../vocabulary/tracing.js';
import { LimitsOfUse, limitsOnRecord } from '../facts/limits.js';
import { checkObjects, checkOpen } from '../standing.js';
import { done, type TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  by: Coded(traceFinders, 'Whose finding it is', 'Auteur du constat'),
  service: Line('Service or organisation', 'Service ou organisme'),
  dated: Day('As of which day', 'En date du'),
  reference: Nullable(Line('Reference', 'Référence')),
  text: Withholdable(
    Prose('What they found, doubts as they were said', 'Leur constat, avec ses réserves', 8000),
    'The finding',
    'Le constat',
  ),
  objects: List(
    Line("Object, by the request's own name for it", 'Objet, tel que la demande le désigne', 40),
    'Objects concerned; none: all of them',
    'Objets concernés ; aucun : tous',
    { max: 100 },
  ),
  limits: LimitsOfUse,
  file: Nullable(Withholdable(File('The document', 'Le document'), 'The document', 'Le document')),
});

/** `tracing.finding-recorded` (GATE-13): what national investigators, or others, found by themselves; it is theirs, and nothing was sent. */
export const tracingFindingRecorded = following<TracingState, typeof body>({
  type: 'tracing.finding-recorded',
  form: 1,
  source: 'E47, GATE-13, F-29',
  title: { en: 'Finding of others recorded', fr: "Constat d'un tiers consigné" },
  body,
  decide: (state, { body: { objects } }) => [
    ...checkOpen(state),
    ...checkObjects(state, objects, position => `/body/objects/${position}`),
  ],
  evolve(state, act) {
    const { by, dated, objects, limits } = act.body;
    const finding = {
      ...done(act),
      finder: codeOrText(by),
      dated,
      objects,
      limits: limitsOnRecord(limits),
    };
    return { ...state, findings: [...state.findings, finding] };
  },
});
