import type { Catalogue } from '../language.ts'

export const trackingContestWords: Catalogue['tracking/contest-words'] = {
  title: '反通知与裁定',
  hint: '新的反通知或裁定及您的回应请在填报台录入。此后发生的事情及其文件保存在这里。',
  seller: '卖家的说法',
  grounds: '提出的理由',
  answer: '我方回应',
  notAnswered: '尚未回应',
  attached: '随我方回应提交',
  note: '备注',
  step: {
    'seller-sent': '卖家补充材料',
    'evidence-added': '我方补充证据',
    decision: '投诉平台裁定',
    escalation: '进一步维权',
  },
  stepOn: (name, on) => `${name}，${on}`,
  add: (title) => `添加至：${title}`,
  kind: '发生了什么',
  text: '文字说明',
  textHint: {
    'seller-sent': '例如：一张 20 件的发票，日期为…，由…签章',
    'evidence-added': '例如：权利人关于该生产商未获许可的函件。',
    decision: '投诉平台写了什么，涉及哪些商品。',
    escalation: '例如：向法院起诉或向行政机关投诉，并注明案号。',
  },
  files: '文件',
  submit: '添加',
  added: (name) => `已添加：${name}。`,
  save: (name) => `保存 ${name}`,
  saved: (name) => `${name} 已保存到下载文件夹。`,
  fileGone: (name) => `${name} 已不再保存。`,
}
