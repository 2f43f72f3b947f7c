// Makes scelle-page.html: the page that verifies a dossier offline, as one file that loads nothing.
// Use: node scripts/bundle-page.mjs [FILE]; reads src/page. The same sources give the same bytes.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const fromRoot = path => fileURLToPath(new URL(`../${path}`, import.meta.url));
const outfile = process.argv[2] ?? fromRoot('dist/scelle-page.html');
const { version } = JSON.parse(await readFile(fromRoot('package.json'), 'utf8'));

const bundled = await build({
  entryPoints: [fromRoot('src/page/main.ts')],
  bundle: true,
  write: false,
  platform: 'browser',
  format: 'iife',
  target: ['chrome110', 'firefox115', 'safari16.4'],
  minify: true,
  charset: 'ascii',
  legalComments: 'inline',
  logLevel: 'warning',
});
const script = bundled.outputFiles[0].text;
if (/<\/script|<!--/i.test(script)) throw new Error('the script would end before its end');
const css = await readFile(fromRoot('src/page/page.css'), 'utf8');
const { code: style } = await transform(css, { loader: 'css', minify: true });

const hashOf = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  'img-src blob:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types scelle-thread',
].join('; ');

const template = await readFile(fromRoot('src/page/page.html'), 'utf8');
const page = template
  .replace('{{policy}}', () => policy)
  .replace('{{version}}', () => version)
  .replace('<style></style>', () => `<style>${style}</style>`)
  .replace('<script></script>', () => `<script>${script}</script>`);
await writeFile(outfile, page);
