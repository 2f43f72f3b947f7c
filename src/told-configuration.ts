import type { Config } from './config.js';
import { formatPolicy, type Policy } from './log/index.js';
import type { ConfigurationParts } from './store/administration/note-configuration.js';

/** This program's version, as the package names it. */
export interface Release {
  readonly version: string;
}

/**
 * What the log is told of a configuration, by what it governs. Passwords, passphrases and tokens are left out: of a token,
 * whether there is one; of the database, where it is.
 */
export function toldConfiguration(config: Omit<Config, 'home'>, { version }: Release): ConfigurationParts {
  const { host, port, databaseUrl, databaseConnections, trustedProxyHops, requestsPerMinute } = config;
  const { fileBytes, uploadBytesPerDay, metricsToken, log, serviceKeyFile, timestamping } = config;
  return {
    DATABASE: { database: databaseUrl === null ? null : placeOf(databaseUrl), databaseConnections },
    NETWORK: { host, port },
    PROXIES: { trustedProxyHops },
    LIMITS: { requestsPerMinute },
    FILES: { fileBytes, uploadBytesPerDay },
    LOGGING: { ...log },
    METRICS: { served: metricsToken !== null },
    OFFICER: { named: serviceKeyFile !== null },
    TIMESTAMPS: timestamping && { url: timestamping.url, policy: timestamping.policy },
    RELEASE: { version },
  };
}

/** The policy the service runs under, which lies in a file of its own. */
export function toldPolicy(policy: Policy): ConfigurationParts {
  return {
    POLICY: formatPolicy(policy),
    WITNESSES: policy.witnesses.map(({ name, url }) => ({ name, url })),
  };
}

/** Host, port and name of a database. */
function placeOf(address: string): string {
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`;
}
