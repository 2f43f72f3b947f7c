import disk, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a command, as `node --import`: its disk fails where `DISK_FAULT` says. `full PATH`: there is room for
 * one part of a file under that path and for half of the next; `killed PATH`: the process dies just before a finished
 * file gets its name there.
 */
const [fault = '', place = ''] = (process.env.DISK_FAULT ?? '').split(' ');
const { open, rename } = disk;

if (fault === 'full') {
  disk.open = async (path, flags, mode) => {
    const file = await open(path, flags, mode);
    return String(path).includes(place) && flags !== 'r' ? fillingUp(file) : file;
  };
}
if (fault === 'killed') {
  disk.rename = async (from, to) => {
    if (String(to).includes(place)) process.kill(process.pid, 'SIGKILL');
    return rename(from, to);
  };
}
syncBuiltinESMExports();

function fillingUp(file: FileHandle): FileHandle {
  const { appendFile } = file;
  let parts = 0;
  file.appendFile = async data => {
    if (parts++ === 0) return appendFile.call(file, data);
    await appendFile.call(file, data.slice(0, data.length / 2));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return file;
}
