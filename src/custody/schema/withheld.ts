import Type, { type TObject, type TSchema, type TString, type TUnsafe } from 'typebox';
import { isJsonObject, type JsonValue } from '../../log/index.js';
import { words } from './described.js';

/** What stands in a signed body in place of a claim that may have to be withheld (log-format section 2). */
export type Withheld = {
  readonly _sd: string;
};

/** In place of the claim stands its digest, and nothing beside it. */
export function isWithheld(value: JsonValue): value is Withheld {
  return isJsonObject(value) && Object.keys(value).length === 1 && typeof value._sd === 'string';
}

export type WithheldSchema<S extends TSchema> = TUnsafe<Withheld> & { 'x-withheld': S };

/**
 * A claim that is always committed to by its digest, never written in the body: sources, names, exact
 * positions. `value` is the schema of the disclosed value, checked when the event is submitted.
 */
export function Withholdable<S extends TSchema>(value: S, en: string, fr: string): WithheldSchema<S> {
  return committedTo(value, en, fr, {});
}

/**
 * A withheld claim that is part of a laboratory's report (GATE-6): it stands in the histories of the items too, and is
 * handed over where the report is a piece of the release, and nowhere else.
 */
export function WithheldOfReport<S extends TSchema>(value: S, en: string, fr: string): WithheldSchema<S> {
  return committedTo(value, en, fr, { 'x-of-report': true });
}

function committedTo<S extends TSchema>(
  value: S,
  en: string,
  fr: string,
  annotations: { readonly 'x-of-report'?: true },
): WithheldSchema<S> {
  const committed: TObject<{ _sd: TString }> = Type.Object(
    { _sd: Type.String({ ...words('Digest', 'Empreinte'), pattern: '^[A-Za-z0-9_-]{43}$' }) },
    { ...words(en, fr), additionalProperties: false, 'x-withheld': value, ...annotations },
  );
  return committed as unknown as WithheldSchema<S>;
}
