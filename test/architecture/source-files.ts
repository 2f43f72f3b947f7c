import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '../../..');

/** Built, installed, or left by whoever pasted the README. */
const notOurs = new Set(['node_modules', 'dist', '.git', '.tap', '.scelle', 'demo-kept', 'auditor']);

/** A file of the project, by its path from the root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every text file of the project below a folder; what is built or installed is left out. */
export async function readSourceFiles(folder = '.'): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    if (notOurs.has(entry.name)) continue;
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await readSourceFiles(path)));
    else if (entry.isFile()) files.push({ path, text: await readFile(join(root, path), 'utf8') });
  }
  return files;
}

/** The TypeScript below a folder. */
export async function readCode(folder: string): Promise<SourceFile[]> {
  return (await readSourceFiles(folder)).filter(({ path }) => path.endsWith('.ts'));
}

/** The code alone: what is said about it, and what it says, is left out. */
export function withoutWords(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

/** One import of a file: of types alone, or of something that is there when the program runs. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const statements = /^(?:import|export)\b(\s+type\b)?[^'"`;]*?(?:\bfrom\s*)?'([^']+)'/gm;
const calls = /\bimport\(\s*'([^']+)'\s*\)/g;

/**
 * The imports in a TypeScript source, read from its text: the compiled files have lost those of types, which
 * count too. The formatter makes the text regular enough.
 */
export function findImports(text: string): Import[] {
  const found = [...text.matchAll(statements)]
    .filter(([statement]) => statement.startsWith('import') || /\bfrom\s*'/.test(statement))
    .map(([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined }));
  const dynamic = [...text.matchAll(calls)].map(([, specifier = '']) => ({ specifier, typeOnly: false }));
  return [...found, ...dynamic];
}

/** The file that a relative import means, by its path from the root; null for a package. */
export function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return relative(root, join(root, dirname(from), specifier)).replace(/\.js$/, '.ts');
}
