import { join } from 'node:path';
import { openFolderSink } from '../../audit/bag/folder-sink.js';
import { openZipSink } from '../../audit/bag/zip-sink.js';
import { writeFileDurably, writePartsDurably } from '../../disk/write-durably.js';
import { readLogKey } from '../../store/log-key-file.js';
import { openLog } from '../../store/open-log.js';
import { policyOf, writeHomeExport } from '../audit/home-export.js';

const nothingNamed = { incident: null, item: null, custodian: null, from: null, until: null };

/** Leaves what an auditor takes home: the policy, the whole log as a folder, one item's history as a ZIP. */
export async function leaveAudit(
  home: string,
  serviceUrl: string,
  item: string,
  now: () => number,
): Promise<void> {
  const log = await openLog({
    serviceUrl,
    vaultFolder: join(home, 'vault'),
    filesFolder: join(home, 'files'),
    logKey: await readLogKey(join(home, 'log.key'), null),
    now,
  });
  try {
    await writeFileDurably(join(home, 'policy.txt'), policyOf(log));
    await writeHomeExport(log, {
      scope: { ...nothingNamed, kind: 'LOG' },
      withheld: false,
      openSink: () => openFolderSink(join(home, 'audit')),
      onProgress: () => {},
    });
    await writeHomeExport(log, {
      scope: { ...nothingNamed, kind: 'ITEM', item },
      withheld: false,
      async openSink({ name, receivedAt }) {
        const sink = openZipSink(name, receivedAt);
        const written = writePartsDurably(join(home, 'audit-item.zip'), sink.output);
        return {
          ...sink,
          close: async () => {
            await sink.close();
            await written;
          },
        };
      },
      onProgress: () => {},
    });
  } finally {
    await log.close();
  }
}
