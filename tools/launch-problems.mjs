// What can go wrong before Silian runs, in both languages. Plain JavaScript, like `launch.mjs`.
import fs from 'node:fs';
import path from 'node:path';

const FULL_DISK_BYTES = 200 * 1024 * 1024;

/** `[Chinese, English]`; what stands in braces is filled in. */
const SENTENCES = {
  old_node: [
    '四联需要 Node.js 20 或更高版本，当前是 {found}。请升级后重试。',
    'Silian needs Node.js 20 or later; this is {found}. Please upgrade and try again.',
  ],
  usage: ['用法：node tools/launch.mjs <{commands}> [参数…]', 'Usage: node tools/launch.mjs <{commands}> [arguments…]'],
  no_entry: ['此版本没有这个命令（缺少 {file}）。', 'This version does not have that command ({file} is missing).'],
  no_runtime: [
    '没有适用于本机（{platform}）的 Node.js {wanted}。请自行安装 Node.js {wanted} 后重试。',
    'No Node.js {wanted} is offered for this machine ({platform}). Install Node.js {wanted} yourself and try again.',
  ],
  not_writable: [
    '无法写入 {folder}。请用拥有该文件夹的用户运行，或修改权限。',
    '{folder} cannot be written. Run this as the user who owns the folder, or change its permissions.',
  ],
  disk_full: [
    '{folder} 所在磁盘已满，请清理后重试。',
    'The disk that holds {folder} is full. Free some space and try again.',
  ],
  no_network: [
    '{what}未能下载：连不上软件包源（{cause}）。请检查网络或代理后重试。',
    '{what} could not be downloaded: the package registry cannot be reached ({cause}). Check the network or proxy and try again.',
  ],
  no_npm: ['找不到 npm。请连同 npm 一起安装 Node.js。', 'npm was not found. Install Node.js together with npm.'],
  failed: ['{what}失败：', '{what} failed:\n{cause}'],
};

/** Something the person at the keyboard can mend: one sentence in each language. Exit code 2; 1 where the fault is ours. */
export class LaunchRefusal extends Error {
  constructor(key, values) {
    super(sayBoth(SENTENCES[key], values || {}));
    this.key = key;
    this.exitCode = key === 'failed' ? 1 : 2;
  }
}

/** What a system error or npm's last words mean for the person at the keyboard. */
export function explain(error, names, folder) {
  const said = String(error.output === undefined ? error.message : error.output);
  const [, coded = ''] = /npm (?:error|ERR!) code (\S+)/.exec(said) || /\b(E[A-Z_]{3,}\d*)\b/.exec(said) || [];
  const code = error.code === undefined ? coded : error.code;
  const [, named] = /npm (?:error|ERR!) path (.+)/.exec(said) || [];
  if (['ENOSPC', 'EDQUOT'].includes(code) || freeBytes(folder) < FULL_DISK_BYTES)
    return new LaunchRefusal('disk_full', { folder });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) {
    return new LaunchRefusal('not_writable', { folder: error.path || named || folder });
  }
  const network = /^(ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|EIDLETIMEOUT|E40|E5)/;
  const cause = said.trim().split('\n').slice(0, 12).join('\n');
  if (network.test(code) || /certificate|network/i.test(said)) {
    return new LaunchRefusal('no_network', { zh: names[0], en: names[1], cause: code || cause });
  }
  return new LaunchRefusal('failed', { zh: names[0], en: names[1], cause });
}

function freeBytes(folder) {
  const existing = fs.existsSync(folder) ? folder : path.dirname(folder);
  try {
    const { bavail, bsize } = fs.statfsSync(existing);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function sayBoth(pair, values) {
  const fill = (text, own) => text.replace(/\{(\w+)\}/g, (_, key) => (key === 'what' ? values[own] : values[key]));
  return `${fill(pair[0], 'zh')}\n${fill(pair[1], 'en')}`;
}
