import { type BatchFile, signedFormOf } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import type { RuleCode } from '../../custody/refusals.js';
import type { Language, Text } from '../../custody/text.js';
import { explain, type PlacedViolation } from '../../custody/violation.js';
import { nameOf, vocabularyOf } from '../../custody/vocabulary/every-vocabulary.js';
import { UsageError } from '../usage-error.js';
import { actCommands } from '../verbs.js';
import { entryFieldsOf, type Field, fieldsOf, partsOf } from './fields.js';

/**
 * What is wrong with a form as it was typed: every fault at once, each field spelled as the command takes it. Nothing
 * was judged yet, so it is no refusal.
 * @param option what stands before a field's path: `--set `, or `--` where fields are options of their own
 */
export function formFaults(
  batch: BatchFile,
  violations: readonly PlacedViolation[],
  option: '--set ' | '--',
): UsageError {
  const told = (language: Language) => {
    const lines = violations.flatMap(violation => faultLines(batch, violation, { option, language }));
    return [...new Set([...lines, ...whereExplained(batch, option, language)])].join('\n');
  };
  return new UsageError({ en: told('en'), fr: told('fr') });
}

interface Spelling {
  readonly option: string;
  readonly language: Language;
}

function faultLines(batch: BatchFile, violation: PlacedViolation, spelling: Spelling): readonly string[] {
  const { language } = spelling;
  const event = signedFormOf(batch)[violation.event];
  const said = explain(violation, language).message;
  const path = violation.pointer.split('/').slice(2).join('.');
  if (event === undefined) return [said];
  const fields = fieldsOf(eventRule(event.type, event.form)?.body ?? {});
  if (typeof event.body.group === 'string') {
    const item = itemOf(batch, violation.event, language);
    const told = itemFault(fieldAt(fields, path), violation.rule, language) ?? said;
    return [`--items, ${item}: ${path}: ${told}`];
  }
  if (path === 'items' || path === 'itemsDigest') {
    return [
      language === 'fr'
        ? "--items FICHIER est nécessaire : les pièces de l'acte, en liste JSON"
        : '--items FILE is needed: the items of the act, as a JSON list',
    ];
  }
  const exact = fieldAt(fields, path);
  switch (violation.rule) {
    case 'body.member-missing':
      return [
        ...neededLines(exact === undefined ? fieldsUnder(fields, path) : [exact], spelling, said),
        ...noneLines(event, path, spelling),
      ];
    case 'body.value-refused':
      return [exact === undefined ? said : (takes(exact, spelling) ?? said)];
    default:
      return [said];
  }
}

/** The field that a path leads to, into the entries of its lists (`seals.0.status`); of a list of codes, the list. */
function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const form = path.replaceAll(/\.\d+/g, '[]');
  const exact = fields.find(field => field.path === form);
  if (exact !== undefined) return { ...exact, path };
  const list = fields.find(field => form.startsWith(`${field.path}[]`));
  if (list === undefined) return undefined;
  if (list.itemCodes !== null) return { ...list, path, codes: list.itemCodes };
  return fieldAt(entryFieldsOf(list), path);
}

/** What a member of an item takes; undefined where the rule's own words say it. */
function itemFault(field: Field | undefined, rule: RuleCode, language: Language): string | undefined {
  if (field === undefined) return undefined;
  const choices = choicesOf(field, language);
  if (rule === 'body.value-refused' && choices !== '')
    return language === 'fr' ? `prend un code${choices}` : `takes a code${choices}`;
  if (rule !== 'body.member-missing') return undefined;
  const needed = language === 'fr' ? 'est nécessaire :' : 'is needed:';
  const none = { en: '; null in the list', fr: ' ; null dans la liste' };
  return `${needed} ${field.words[language]}${field.assertsNone ? none[language] : ''}${choices}`;
}

/** Which line of the list of items an event is, as people count. */
function itemOf({ events }: BatchFile, position: number, language: Language): string {
  const before = events.slice(0, position).filter(({ payload }) => typeof payload.body.group === 'string');
  const own = before.filter(({ payload }) => !payload.type.endsWith('.countersigned'));
  return language === 'fr' ? `pièce ${own.length + 1}` : `item ${own.length + 1}`;
}

function fieldsUnder(fields: readonly Field[], path: string): readonly Field[] {
  return fields.filter(field => field.path.startsWith(`${path}.`) && !field.optional);
}

function neededLines(
  fields: readonly Field[],
  { option, language }: Spelling,
  said: string,
): readonly string[] {
  if (fields.length === 0) return [said];
  const needed = language === 'fr' ? 'est nécessaire :' : 'is needed:';
  return fields.map(
    field =>
      `${option}${field.path}${option === '--' ? '' : '=…'} ${needed} ${field.words[language]}${choicesOf(field, language)}`,
  );
}

/** That a part may be left out as a whole, by saying so. */
function noneLines(
  { type, form }: { readonly type: string; readonly form: number },
  path: string,
  { option, language }: Spelling,
): readonly string[] {
  const [or, none] = language === 'fr' ? ['ou', 'aucun'] : ['or', 'none'];
  return partsOf(eventRule(type, form)?.body ?? {})
    .filter(part => part.path === path)
    .map(({ words }) => `${or} ${option}${path}=${none}: ${words[language]}`);
}

/** What a field takes, where the form's own words would be a pattern or a length. */
function takes(field: Field, { option, language }: Spelling): string | undefined {
  const { path, subject, node } = field;
  const say = ({ en, fr }: Text) => `${option}${path} ${language === 'fr' ? fr : en}`;
  const choices = choicesOf(field, language);
  if (choices !== '') return say({ en: `takes a code${choices}`, fr: `prend un code${choices}` });
  if (subject !== null) {
    return say({ en: `takes the UUID of a ${subject}`, fr: `prend un UUID (${subject})` });
  }
  if (node.format === 'date-time') {
    return say({
      en: 'takes a time of UTC like 2021-04-02T08:00:00Z',
      fr: "prend l'heure UTC comme 2021-04-02T08:00:00Z",
    });
  }
  if (node.format === 'date') {
    return say({ en: 'takes a date like 2021-04-02', fr: 'prend une date comme 2021-04-02' });
  }
  return undefined;
}

function choicesOf({ codes }: Field, language: Language): string {
  if (codes.length === 0) return '';
  const words = vocabularyOf(codes);
  const name = words === undefined ? undefined : nameOf(words);
  const explained = name === undefined ? '' : ` → scelle vocabulary ${name}`;
  const several = codes.length === 1 ? '' : language === 'fr' ? ', un de' : ', one of';
  return `${several} [${codes.join(' | ')}]${explained}`;
}

function whereExplained({ events }: BatchFile, option: string, language: Language): readonly string[] {
  const act = actCommands().find(({ type }) => type === events[0]?.payload.type);
  if (act === undefined || option === '--') return [];
  const command = `scelle ${act.group} ${act.verb} --help`;
  return [language === 'fr' ? `Explications : ${command}` : `Explained by: ${command}`];
}
