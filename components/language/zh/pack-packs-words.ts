import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

export const packPacksWords: Catalogue['pack/packs-words'] = {
  title: (many) => (many === 1 ? '投诉包' : `${number(many)} 份投诉的投诉包`),
  back: '投诉',
  evidence: '证据',
  evidenceKind: { named: '以哈希值注明', included: '附上证据包' },
  reading: '正在检查投诉…',
  sealing: (done, of) => `正在封存并检查… ${number(done)}/${number(of)} 次取证`,
  working: (done, of) => `正在打包… ${number(done)}/${number(of)} 个商品`,
  empty: '这些投诉均无法打包。',
  blocked: (blocked, of) => {
    if (blocked !== of) return `${number(of)} 份投诉中有 ${number(blocked)} 份尚不能打包`
    return of === 1 ? '这份投诉尚不能打包' : `${number(of)} 份投诉均尚不能打包`
  },
  blockedHint: '尚未打包任何内容。请处理所列问题，或仅打包其余投诉。',
  noneReady: '请处理下列问题。',
  leftOut: (many) => `按您的选择，${number(many)} 份投诉未收入`,
  packRest: (many) => `打包其余 ${number(many)} 份`,
  tryAgain: '重新检查',
  gone: '这份投诉已不再存储。',
  andMore: (many) => `另有 ${number(many)} 个商品`,
  mend: '去处理',
  mendThis: (message) => `去处理：${message}`,
  done: (complaints, listings) => `已打包 ${number(complaints)} 份投诉，共 ${number(listings)} 个商品`,
  nothingFiled: '打包并不等于提交：请在平台上逐份提交投诉，然后录入投诉单号。',
  complete: '没有缺漏。',
  inIt: '包中内容',
  listings: (many) => `${number(many)} 个商品`,
  problems: (many) => `${number(many)} 项须知`,
  parts: [
    ['links.txt', '每行一条链接，符合表单要求'],
    ['explanation.txt, declaration.txt', '用于表单的文字'],
    ['attachments/', '提交给平台的文件，符合其大小和类型要求；含比对图'],
    ['summary.pdf', '供阅读的投诉全文：字段、链接、哈希值'],
    ['listings.xlsx, listings.csv', '用于表格软件的商品列表；所有单元格均为文本，不会运行任何内容'],
    ['evidence/', '原样的截图，按商品编号命名'],
    ['ip-documents/', '权利和权利人的证书及其他文件'],
    ['dsa-notice/', '同一内容，按《数字服务法》第 16 条写成的通知'],
    ['other-forms/', '按其他表单的要求拆分的链接，例如每次十条'],
    ['manifest.json', '每个文件的大小和 SHA-256'],
  ],
}
