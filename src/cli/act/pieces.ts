import { pieceKinds } from '../../custody/schema/group.js';

/** `<kind>/<name>`, or an item by number or UUID alone. */
export function pieceNamed(text: string): { readonly kind: string; readonly name: string } {
  const kind = pieceKinds.find(kind => text.startsWith(`${kind}/`)) ?? 'evidence';
  return { kind, name: text.startsWith(`${kind}/`) ? text.slice(kind.length + 1) : text };
}

/** The kinds of which a schema asks for a subject as `<kind>/<UUID>`; none where it asks for something else. */
export function kindsAsked({ pattern }: Readonly<Record<string, unknown>>): readonly string[] {
  const asked =
    typeof pattern === 'string' ? /^\^\(([a-z|]+)\)\/\[0-9a-f\]\{8\}/.exec(pattern)?.[1] : undefined;
  return asked?.split('|') ?? [];
}

/**
 * A subject of one of several kinds as an act names it, `<kind>/<UUID>`, from what people call it: `transfer/DEMO-1`.
 * An item needs no kind before its number.
 * @throws UsageError where nothing is called so
 */
export async function resolveOneOf(
  kinds: readonly string[],
  text: string,
  resolve: (kind: string, name: string) => Promise<string>,
): Promise<string> {
  const named = kinds.find(kind => text.startsWith(`${kind}/`));
  const kind = named ?? (kinds.includes('evidence') ? 'evidence' : undefined);
  if (kind === undefined) return text;
  return `${kind}/${await resolve(kind, named === undefined ? text : text.slice(kind.length + 1))}`;
}
