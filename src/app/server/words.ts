import { defineWords } from '../../platform/words.ts';

/** What the terminal says; each sentence in both languages, since nobody has chosen one yet. */
export const words = defineWords({
  ready: ['四联已启动：{address}', 'Silian is running: {address}'],
  'ready.demo': [
    '演示城市：打开网页，点一个岗位即可登录（虚构数据，仅本机可见）。',
    'Demo city: open the page and click a role to sign in (invented data, this machine only).',
  ],
  'ready.empty': [
    '管理员账号 {login}，首次密码 {password}（登录后须修改，只显示这一次）。',
    'Administrator {login}, first password {password} (change it after signing in; shown only this once).',
  ],
  'ready.known': ['用已有账号登录。', 'Sign in with your account.'],
  preparing: ['正在准备数据库…', 'Preparing the database…'],
  'preparing.demo': ['正在生成演示城市…', 'Making the demo city…'],
  stopping: ['正在停止…', 'Stopping…'],
  'start.port_taken': [
    '端口 {port} 已被占用，请用 --port 换一个。',
    'Port {port} is taken; choose another with --port.',
  ],
  'start.data_folder_in_use': [
    '数据目录 {folder} 正被另一个进程（{pid}）使用。',
    'The data folder {folder} is in use by another process ({pid}).',
  ],
  'start.data_folder_not_writable': [
    '数据目录 {folder} 无法写入：{cause}',
    'The data folder {folder} cannot be written: {cause}',
  ],
  'start.disk_full': [
    '磁盘空间不足，数据目录 {folder} 至少需要 {neededMb} MB，现剩 {freeMb} MB。数据未受影响。',
    'Not enough disk space at {folder}: {neededMb} MB needed, {freeMb} MB free. Nothing was damaged.',
  ],
  'start.database_newer': [
    '数据库版本比程序新（{name}），请更新程序。数据未受影响。',
    'The database is newer than this program ({name}); update the program. Nothing was damaged.',
  ],
  'start.database_unreachable': ['连不上数据库：{detail}', 'The database cannot be reached: {detail}'],
  'start.database_too_old': [
    'PostgreSQL 版本为 {version}，需要 15 或更高。',
    'PostgreSQL is version {version}; 15 or newer is needed.',
  ],
  'start.database_major_differs': [
    '数据目录由 PostgreSQL {found} 创建，本程序使用 {expected}。',
    'The data folder was made by PostgreSQL {found}; this program brings {expected}.',
  ],
  'start.migration_edited': [
    '数据库迁移 {name} 与已执行的不一致，已停止。',
    'Migration {name} differs from what was applied; stopped.',
  ],
  'start.range_not_enforced': [
    '数据库的行级权限没有生效（表 {table}），已拒绝启动。',
    'Row-level security is not in force (table {table}); refusing to serve.',
  ],
  'start.binaries_missing': [
    '没有找到本机（{platform}）可用的 PostgreSQL：{cause}',
    'No PostgreSQL for this machine ({platform}): {cause}',
  ],
  'start.initdb_failed': [
    '数据库初始化失败（{folder}）：{cause}',
    'The database could not be initialised ({folder}): {cause}',
  ],
  'start.bad_option': ['参数不对：{detail}', 'Bad option: {detail}'],
});
