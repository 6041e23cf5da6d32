import { defineWords } from '../../platform/words.ts';

/** The words of the shell: menu, top line, sign-in, home. */
export const words = defineWords({
  'product.line': ['企业+党支部+合作组织+农牧户', 'enterprise + branch + cooperative + household'],
  'skip.content': ['跳到正文', 'Skip to the content'],

  'group.work': ['工作', 'Work'],
  'group.reports': ['报表', 'Reports'],
  'group.registers': ['台账', 'Registers'],
  'group.measure': ['办法', 'The measure'],
  'group.administration': ['系统', 'Administration'],
  'menu.label': ['主菜单', 'Main menu'],
  'menu.open': ['打开菜单', 'Open the menu'],
  'menu.close': ['关闭菜单', 'Close the menu'],
  'menu.home': ['首页', 'Home'],
  'menu.monthly': ['月度报告', 'Monthly report'],
  'menu.indicators': ['指标与口径', 'Indicators'],
  'menu.households': ['农牧户', 'Households'],
  'menu.myHousehold': ['我家', 'My household'],
  'menu.measure': ['办法二十二条', 'The measure'],
  'menu.parameters': ['参数', 'Parameters'],
  'menu.interpretations': ['解释', 'Interpretations'],
  'menu.places': ['行政区划', 'Places'],
  'menu.flags': ['嘎查村标记', 'Village flags'],
  'menu.branches': ['党支部', 'Party branches'],
  'menu.agencies': ['单位', 'Agencies'],
  'menu.accounts': ['账号与岗位', 'Accounts'],
  'menu.audit': ['操作留痕', 'Audit trail'],
  'menu.seals': ['留痕封存', 'Seals'],
  'menu.sessions': ['我的登录', 'My sessions'],

  'top.switchPosition': ['切换岗位', 'Switch position'],
  'top.signOut': ['退出', 'Sign out'],
  'top.demo': ['演示数据，均为虚构', 'Demo: all data is invented'],
  'search.label': ['搜索户、村、组织（/）', 'Search households, villages, organisations (/)'],
  'search.found': ['搜索结果', 'Results'],
  'search.none': ['没有找到“{text}”', 'Nothing found for “{text}”'],

  'signIn.title': ['登录', 'Sign in'],
  'signIn.login': ['账号', 'Account'],
  'signIn.password': ['密码', 'Password'],
  'signIn.submit': ['登录', 'Sign in'],
  'signIn.pending': ['正在登录…', 'Signing in…'],
  'signIn.sentence': [
    '每件事只在发生的地方记一次；报表、指标、考核都由记录算出，每个数都能点开看到是哪几条。',
    'A fact is recorded once, where it happens; every report and score is computed from the records, and every number opens the records under it.',
  ],
  'signIn.demo': ['演示城市：点一个岗位直接登录', 'Demo city: click a role to sign in'],
  'signIn.demoAbout': [
    '人名、证件、金额均为虚构；区划为真实名称。',
    'People, numbers and amounts are invented; the divisions are real.',
  ],

  'password.title': ['设置新密码', 'Set a new password'],
  'password.about': [
    '第一次登录，或管理员重置过密码，须先设置自己的密码。',
    'At the first sign-in, or after a reset, set a password of your own.',
  ],
  'password.current': ['现在的密码', 'Present password'],
  'password.new': ['新密码', 'New password'],
  'password.help': [
    '至少 10 个字符。可以是一句好记的话，不要求夹杂符号。',
    'At least 10 characters. A sentence you remember will do; no symbols required.',
  ],
  'password.save': ['保存新密码', 'Save the new password'],

  'home.title': ['{place} 工作台', '{place}: home'],
  'home.about': [
    '先办到期的事，再看本月的数。每个数都能点开。',
    'First what is due, then the figures of the month. Every number opens its records.',
  ],
  'home.pages': ['您可以使用的页面', 'Pages you may use'],
  'home.nothing': [
    '您的岗位目前没有可用的页面，请联系本级系统管理员。',
    'Your position has no pages at present; ask your administrator.',
  ],

  'print.foot': ['打印人 {name}（{position}） · 打印时间 {at}', 'Printed by {name} ({position}) · {at}'],
});
