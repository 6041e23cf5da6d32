// One launch installs or builds at a time. Plain JavaScript, like `launch.mjs`.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const LOCK_HEARTBEAT_MS = 2000;
const LOCK_SILENCE_MS = 30000;
const LOCK_LOOK_MS = 200;

/** Runs `task` while no other launch runs its own under the same name. A holder that fell silent loses the lock. */
export async function withLock(folder, task) {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const touched = fs.statSync(folder, { throwIfNoEntry: false });
    if (touched && Date.now() - touched.mtimeMs > LOCK_SILENCE_MS) breakLock(folder);
    else await new Promise((resolve) => setTimeout(resolve, LOCK_LOOK_MS));
  }
  const heartbeat = setInterval(() => fs.utimesSync(folder, new Date(), new Date()), LOCK_HEARTBEAT_MS);
  const release = () => fs.rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await task();
  } finally {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    release();
  }
}

/** Two launches may find the same silent lock: the one that moved a fresh one puts it back. */
function breakLock(folder) {
  const aside = `${folder}.${crypto.randomBytes(6).toString('hex')}`;
  try {
    fs.renameSync(folder, aside);
    if (Date.now() - fs.statSync(aside).mtimeMs <= LOCK_SILENCE_MS) fs.renameSync(aside, folder);
  } catch {
    return;
  }
  fs.rmSync(aside, { recursive: true, force: true });
}
