const ORIGIN = /^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?\/[A-Za-z0-9_-]{22}$/;

/** `<name>/<tail>`: a host-like name without space or plus, and 22 characters of b64u (log-format section 5). */
export function isOrigin(text: string): boolean {
  return ORIGIN.test(text);
}
