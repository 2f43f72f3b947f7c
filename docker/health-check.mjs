// Exits 0 when the service is ready: alive, with its database and its vault in agreement.
const response = await fetch(`http://127.0.0.1:${process.env.PORT ?? 8420}/health/ready`, {
  signal: AbortSignal.timeout(4000),
}).catch(() => null);
process.exit(response?.ok ? 0 : 1);
