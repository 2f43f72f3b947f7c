import { pieceKinds } from '../../custody/schema/group.js';

/** `<kind>/<name>`, or an item by number or UUID alone. */
export function pieceNamed(text: string): { readonly kind: string; readonly name: string } {
  const kind = pieceKinds.find(kind => text.startsWith(`${kind}/`)) ?? 'evidence';
  return { kind, name: text.startsWith(`${kind}/`) ? text.slice(kind.length + 1) : text };
}

/** Whether a schema asks for a piece by kind and UUID. */
export function isPiece({ pattern }: Readonly<Record<string, unknown>>): boolean {
  return typeof pattern === 'string' && pattern.startsWith(`^(${pieceKinds.join('|')})/`);
}

/** A piece as an act names it, `<kind>/<UUID>`, from what people call it. @throws UsageError where nothing is called so */
export async function resolvePiece(
  text: string,
  resolve: (kind: string, name: string) => Promise<string>,
): Promise<string> {
  const { kind, name } = pieceNamed(text);
  return `${kind}/${await resolve(kind, name)}`;
}
