import { serveExaminer } from './examiner-worker.js';

// What a worker of `scelle verify` runs.
serveExaminer();
