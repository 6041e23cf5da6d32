import { defineWords } from '../words.ts';

/** What the layouts themselves say on paper; everything else comes with the document. */
export const documentWords = defineWords({
  pageOf: ['第 {page} 页 共 {pages} 页', 'Page {page} of {pages}'],
  printedBy: ['打印人 {name}', 'Printed by {name}'],
  printedAt: ['打印时间 {time}', 'Printed at {time}'],
  verification: ['核验码 {code}', 'Verification code {code}'],
  copiesTo: ['抄送：{offices}。', 'Copies to: {offices}.'],
  issuedOn: ['{date}印发', 'Issued {date}'],
  date: ['{year}年{month}月{day}日', '{year}-{month}-{day}'],
  addressee: ['{name}：', '{name}:'],
  scanToVerify: ['扫码核验', 'Scan to verify'],
  scanToOpen: ['扫码查看', 'Scan to open'],
  emptyTable: ['没有记录', 'No records'],
  glyphsMissing: [
    '注：〓 处的字不在打印字库中：{characters}',
    'Note: \u3013 stands for characters the print fonts lack: {characters}',
  ],
});
