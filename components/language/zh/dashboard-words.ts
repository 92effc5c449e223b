import type { Catalogue } from '../language.ts'

export const dashboardWords: Catalogue['dashboard/words'] = {
  product: 'Docket',
  navigation: 'Docket 的各个页面',
  skip: '跳到正文',
  noPage: '没有此页面 – Docket',
  noSuchPage: '没有此页面',
  noSuchPageText: '此地址不是 Docket 的任何页面。',
  toWelcome: '前往欢迎页',
  loading: '正在读取…',
  review: '复核',
  complaints: '投诉',
  followUp: '跟进',
  evidence: '证据',
  rights: '权利',
  sellers: '卖家',
  insights: '分析',
  settings: '设置',
  help: '帮助',
}
