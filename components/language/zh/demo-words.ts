import type { Catalogue } from '../language.ts'

const number = (many: number) => many.toLocaleString('zh-CN')

export const demoWords: Catalogue['dashboard/demo-words'] = {
  title: '演示',
  lead: '供您熟悉界面的虚构商品、卖家、权利和投诉。它们存放在单独的数据库中，与您的数据分开：不会进入您的证据、统计或账本，其中每一项都标有 DEMO。',
  load: '载入演示',
  loading: (done: number, of: number) => `正在虚构第 ${number(done)} 件商品，共 ${number(of)} 件…`,
  there: '演示已载入。',
  open: '打开演示',
  remove: '删除演示',
  removed: '演示已删除，您的数据未受任何影响。',
  failed: '未能完成：',

  banner: '演示',
  bannerText: '此处一切均为虚构：没有任何商品、卖家、权利或投诉是真实的。您在此处的更改只留在演示中。',
  leave: '离开演示',
  closedTitle: '演示中没有此页面',
  closed: '设置、备份和第二副本属于您自己的数据。请离开演示后再使用。',
}
