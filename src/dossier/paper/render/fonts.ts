import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Font files under the SIL Open Font License, in packages; no font of the machine is looked at. */
const files: Readonly<Record<'text' | 'exact', readonly string[]>> = {
  text: [
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
    '@expo-google-fonts/noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf',
    '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
    '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  ],
  exact: ['@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf'],
};

export interface Fonts {
  readonly all: readonly Buffer[];
  /** Faces that a running text is set in. */
  readonly text: readonly Buffer[];
}

/** @throws Error where a package is not installed. */
export function readFonts(): Fonts {
  const find = createRequire(import.meta.url).resolve;
  const text = files.text.map(file => readFileSync(find(file)));
  return { text, all: [...text, ...files.exact.map(file => readFileSync(find(file)))] };
}
