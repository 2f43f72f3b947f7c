import { access } from 'node:fs/promises';
import { UsageError } from '../usage-error.js';

/** Before anything is ordered: nobody shall sign for what then cannot be written. @throws UsageError */
export async function requireNew(out: string): Promise<void> {
  const there = await access(out).then(
    () => true,
    () => false,
  );
  if (there) throw new UsageError({ en: `${out} is there already`, fr: `${out} existe déjà` });
}
