// Makes scelle-verify.mjs: the verifier as one file that runs on a bare Node.
// Use: node scripts/bundle-verifier.mjs [FILE]; reads dist/, which `tsc` has made before.
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const fromRoot = path => fileURLToPath(new URL(`../${path}`, import.meta.url));
const outfile = process.argv[2] ?? fromRoot('dist/scelle-verify.mjs');

await build({
  entryPoints: [fromRoot('dist/src/cli/verify/standalone.js')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  legalComments: 'inline',
  logLevel: 'warning',
  // Packages in CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
});
await chmod(outfile, 0o755);
