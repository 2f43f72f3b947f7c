import { Compile, type Validator } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import { Locale } from 'typebox/system';
import { escapePointer, type JsonValue, type SignedEvent, subjectKind } from '../../log/index.js';
import { eventRule } from '../catalogue.js';
import { describedAt, formsAt, withheldPlaces } from '../schema/annotations.js';
import { type TSchema, unprintableIn } from '../schema/described.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { checkOtherTexts } from '../vocabulary/coded.js';

const validators = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made = Compile(schema);
  validators.set(schema, made);
  return made;
}

/** A value that was disclosed with the event, by its digest. */
export type DisclosedValues = ReadonlyMap<string, JsonValue>;

/**
 * The form of an event's body, by type and form, and of each disclosed value (design section 4, step 1).
 * Needs no state: it runs outside the lock. Unknown members are refused, never dropped.
 * @param disclosed null for a draft: its withheld values have not left the device
 * @param partly a reader's copy: what is withheld from him, or was erased, is not looked at
 */
export function admitBody(
  event: SignedEvent,
  disclosed: DisclosedValues | null,
  { partly = false }: { readonly partly?: boolean } = {},
): readonly Violation[] {
  const { type, form, subject } = event;
  if (!type.startsWith(`${subjectKind(subject)}.`)) {
    return [refuse('type.not-of-subject', '/type', { type, subject })];
  }
  if (type === `${subjectKind(subject)}.countersigned`) {
    return refuseIf(form !== 1, 'type.unknown', '/form', { type, form: String(form) });
  }
  const rule = eventRule(type, form);
  if (rule === undefined) return [refuse('type.unknown', '/type', { type, form: String(form) })];
  const faults = checkSchema(rule.body, event.body, '/body');
  if (faults.length > 0) return faults;
  return [
    ...checkOtherTexts(rule.body, event.body, '/body'),
    ...(disclosed === null ? [] : checkDisclosed(rule.body, event, disclosed, partly)),
  ];
}

function checkDisclosed(
  schema: TSchema,
  event: SignedEvent,
  disclosed: DisclosedValues,
  partly: boolean,
): readonly Violation[] {
  return withheldPlaces(schema, event.body).flatMap(place => {
    const value = disclosed.get(place.digest);
    const fits = value === undefined ? partly : validatorOf(place.value).Check(value);
    const member = place.pointer.slice(1);
    return refuseIf(!fits, 'disclosure.value-refused', `/body${place.pointer}`, {
      member,
      ...description(schema, place.pointer),
    });
  });
}

/** Checks a value against a schema; every fault is a violation at its place. */
export function checkSchema(schema: TSchema, value: unknown, at: string): readonly Violation[] {
  const validator = validatorOf(schema);
  if (validator.Check(value)) return [];
  const errors = withinOneForm(schema, validator.Errors(value));
  const told = errors.filter(error => !isEcho(schema, error, errors));
  // A value that does not fit is refused, whatever the validator's words for it.
  const faults = (told.length > 0 ? told : errors).flatMap(error => toViolations(schema, error, at, value));
  return faults.filter(({ pointer }, position) => firstAt(faults, pointer) === position);
}

/** One reason against a value is enough: a text that is too short also lacks the form it should have. */
function firstAt(faults: readonly Violation[], at: string): number {
  return faults.findIndex(({ pointer }) => pointer === at);
}

/** A union repeats its alternatives' faults; that the value is not null is no news where another fault is. */
function isEcho(
  schema: TSchema,
  error: TLocalizedValidationError,
  all: readonly TLocalizedValidationError[],
): boolean {
  if (error.keyword === 'anyOf' && formsAt(schema, error.instancePath).length > 1) return false;
  const wantsNull = error.keyword === 'type' && 'type' in error.params && error.params.type === 'null';
  const isUnknownMember = error.keyword === 'boolean';
  return isUnknownMember || (error.keyword === 'anyOf' && all.length > 1) || (wantsNull && all.length > 1);
}

/** Of a choice between several forms the choice itself is told, not what each form would have asked for. */
function withinOneForm(
  schema: TSchema,
  errors: readonly TLocalizedValidationError[],
): readonly TLocalizedValidationError[] {
  const choices = errors
    .filter(({ keyword, instancePath }) => keyword === 'anyOf' && formsAt(schema, instancePath).length > 1)
    .map(({ instancePath }) => instancePath);
  return errors.filter(
    ({ keyword, instancePath }) =>
      keyword === 'anyOf' ||
      !choices.some(choice => instancePath === choice || instancePath.startsWith(`${choice}/`)),
  );
}

function toViolations(
  schema: TSchema,
  error: TLocalizedValidationError,
  at: string,
  whole: unknown,
): readonly Violation[] {
  const { instancePath, keyword } = error;
  if (keyword === 'required') {
    return error.params.requiredProperties.map(member =>
      memberViolation('body.member-missing', schema, at, instancePath, member),
    );
  }
  if (keyword === 'additionalProperties') {
    return error.params.additionalProperties.map(member =>
      memberViolation('body.member-unknown', schema, at, instancePath, member),
    );
  }
  const forms = keyword === 'anyOf' ? formsAt(schema, instancePath) : [];
  if (forms.length > 1) {
    return [
      refuse('body.value-refused', `${at}${instancePath}`, {
        member: instancePath.slice(1),
        ...description(schema, instancePath),
        reason: `one of these forms: ${forms.join('; ')}`,
        reasonFr: `l'une de ces formes : ${forms.join(' ; ')}`,
      }),
    ];
  }
  return [
    refuse('body.value-refused', `${at}${instancePath}`, {
      member: instancePath.slice(1),
      ...description(schema, instancePath),
      ...(whyUnprintable(error, whole) ?? { reason: error.message, reasonFr: Locale.fr_FR(error) }),
    }),
  ];
}

/** A text with a control character, or a mark that turns the direction of what follows, is refused by its name. */
function whyUnprintable({ keyword, params, instancePath }: TLocalizedValidationError, whole: unknown) {
  if (keyword !== 'pattern' || !('pattern' in params)) return undefined;
  const text = valueAt(whole, instancePath);
  const found = typeof text === 'string' ? unprintableIn(text, String(params.pattern)) : null;
  if (found === null) return undefined;
  return {
    reason: `the character ${found} may not stand in it: control characters and marks that turn the direction of text are refused`,
    reasonFr: `le caractère ${found} ne peut y figurer : les caractères de commande et les marques qui inversent le sens du texte sont refusés`,
  };
}

function valueAt(whole: unknown, pointer: string): unknown {
  let found = whole;
  for (const name of pointer.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[name.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return found;
}

function memberViolation(
  rule: 'body.member-missing' | 'body.member-unknown',
  schema: TSchema,
  at: string,
  parent: string,
  member: string,
): Violation {
  const pointer = `${parent}/${escapePointer(member)}`;
  return refuse(rule, `${at}${pointer}`, { member: pointer.slice(1), ...description(schema, pointer) });
}

function description(
  schema: TSchema,
  pointer: string,
): { readonly description: string; readonly descriptionFr: string } {
  const { en, fr } = describedAt(schema, pointer);
  return { description: en, descriptionFr: fr };
}
