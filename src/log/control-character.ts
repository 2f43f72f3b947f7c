/** Whether a text has a character below U+0020 that is not one of `allowed`. */
export function hasControlCharacter(text: string, allowed: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x20 && !allowed.includes(text.charAt(i))) return true;
  }
  return false;
}
