import type { ThreadScope } from './thread/messages.js';
import { serveVerifier } from './thread/serve-verifier.js';
import { startPage } from './view/start-page.js';

// The page starts this very script again as its thread, which has no document.
if (typeof document === 'undefined') serveVerifier(globalThis as unknown as ThreadScope);
else startPage(document.currentScript?.textContent ?? '');
