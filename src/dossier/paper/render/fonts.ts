import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Font files under the SIL Open Font License, in packages; no font of the machine is looked at. */
const files = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf',
  '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  // For hashes, and for signs that the others lack: □ stands for a character that cannot be read (RQ-11).
  '@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
];

/**
 * The faces that a running text may be set in.
 * @throws Error where a package is not installed.
 */
export function readFonts(): readonly Buffer[] {
  const find = createRequire(import.meta.url).resolve;
  return files.map(file => readFileSync(find(file)));
}
