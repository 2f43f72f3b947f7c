import { startEmbeddedPostgres } from '../../src/store/embedded/index.js';
import { testSettings } from './test-server.js';

/** A process to be killed: starts the server in a folder, prints its address as JSON, and stays. */
const [directory, mode] = process.argv.slice(2);
if (directory === undefined) throw new Error('usage: start-embedded.js DIRECTORY [stop]');
const server = await startEmbeddedPostgres({ directory, settings: testSettings });
process.stdout.write(`${JSON.stringify({ port: server.port, serviceUrl: server.serviceUrl })}\n`);
if (mode === 'stop') await server.stop();
else setInterval(() => {}, 1_000_000);
