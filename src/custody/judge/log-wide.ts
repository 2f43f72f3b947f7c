import { importOf, isThere } from '../import/counted.js';
import type { Act, AnyEventRule, Circumstances, LogWideFacts } from '../rule.js';
import { namedSubjects } from '../schema/annotations.js';
import type { Text } from '../text.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { type LogWorld, officerIn } from './world.js';

/**
 * Rules over the whole log (design section 4): what an act names exists, what may be used once is used
 * once, and what an event's own rule asks of other subjects. Not replayable in a partial export.
 */
export function checkLogWide(
  world: LogWorld,
  rule: AnyEventRule,
  state: unknown,
  act: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  return [
    ...checkRefs(world, act),
    ...checkNamedSubjects(world, rule, act),
    ...checkClaims(world, rule, state, act),
    ...checkAcrossSubjects(world, rule, state, act, circumstances),
  ];
}

/** What an event's own rule asks of other subjects. */
export function checkAcrossSubjects(
  world: LogWorld,
  rule: AnyEventRule,
  state: unknown,
  act: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  const facts: LogWideFacts = {
    state: subject => world.standing(subject)?.state,
    claimant: (set, key) => world.claimant(set, key),
    sopDocument: sha256 => world.sopDocument(sha256),
    sourcesOf: piece => world.sourcesOf(piece),
    subjectsNaming: sha256 => world.subjectsNaming(sha256),
    receivedAt: circumstances.receivedAt,
    sop: circumstances.sop,
    group: circumstances.group,
    get items() {
      return circumstances.items;
    },
    countersigners: circumstances.countersigners,
  };
  return rule.decideLogWide?.(state, act, facts) ?? [];
}

/** An act relies on events that are in the log before it, of whatever subject (log-format section 1, *group*). */
function checkRefs(world: LogWorld, { refs }: Act): readonly Violation[] {
  return refs.flatMap((event, position) =>
    refuseIf(world.event(event) === undefined, 'reference.event-unknown', `/refs/${position}`, { event }),
  );
}

/** What an act names is in the log. */
export function checkNamedSubjects(world: LogWorld, rule: AnyEventRule, act: Act): readonly Violation[] {
  return namedSubjects(rule.body, act.body)
    .filter(({ kind, id, subject }) =>
      kind === 'officer'
        ? officerIn(world, id) === undefined
        : !isThere(name => world.standing(name)?.state, subject, importOf(act.body)),
    )
    .filter(({ subject }) => subject !== act.subject && act.type !== 'log.opened')
    .map(({ subject, pointer }) => refuse('reference.subject-unknown', `/body${pointer}`, { subject }));
}

/** What may be had once, in words. */
const claimed: Readonly<Record<string, Text>> = {
  'administrative-act': { en: 'number of the administrative act', fr: "numéro de l'acte d'exploitation" },
  'case-file': { en: 'case file reference', fr: 'référence de dossier' },
  'dossier-version': { en: 'version of the dossier', fr: 'version du dossier' },
  'evidence-number': { en: 'item number', fr: 'numéro de pièce' },
  'hold-number': { en: 'number of the hold', fr: 'numéro de la mesure de conservation' },
  'identification-item': { en: 'identification of the item', fr: 'identification de la pièce' },
  'reference-name': { en: 'name of the reference collection', fr: 'nom du recueil de référence' },
  'source-code': { en: 'code name of the source', fr: 'nom de code de la source' },
  'import-reference': { en: 'reference of the import', fr: "référence de l'import" },
  'propaganda-number': { en: 'number of the claim', fr: 'numéro de la revendication' },
  'requirement-number': {
    en: 'number of the information requirement',
    fr: 'numéro du besoin en information',
  },
  'imported-row': { en: 'row of an imported table', fr: "ligne d'un tableau importé" },
  'information-number': { en: 'number of the piece of information', fr: "numéro de l'information" },
  'examination-number': {
    en: 'number of the request for examination',
    fr: "numéro de la demande d'examen",
  },
  grant: { en: 'number of the grant', fr: "numéro de l'octroi" },
  key: { en: 'key', fr: 'clé' },
  'laboratory-number': { en: 'number of the laboratory', fr: 'numéro de laboratoire' },
  'package-number': { en: 'package number', fr: 'numéro de colis' },
  'request-number': { en: 'register number of the request', fr: 'numéro de la demande au registre' },
  'report-number': { en: 'number of the report', fr: 'numéro du rapport' },
  seal: { en: 'issued seal', fr: 'scellé remis' },
  'tracing-number': { en: 'number of the trace request', fr: 'numéro de la demande de traçage' },
  'seal-number': { en: 'seal number', fr: 'numéro de scellé' },
};

/** What one subject of the log may have, no other has. */
export function checkClaims(
  world: LogWorld,
  rule: AnyEventRule,
  state: unknown,
  act: Act,
): readonly Violation[] {
  return (rule.claims?.(act, state) ?? []).flatMap(({ set, key }) => {
    const holder = world.claimant(set, key);
    if (holder === undefined) return [];
    const { en = set, fr = set } = claimed[set] ?? {};
    return [refuse('claim.taken', '/body', { set: en, setFr: fr, key, holder })];
  });
}
