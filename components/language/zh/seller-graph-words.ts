import type { Catalogue } from '../language.ts'

const number = (many: number) => many.toLocaleString('zh-CN')

export const sellerGraphWords: Catalogue['sellers/graph-words'] = {
  tabTitle: '卖家之间的关联 – Docket',
  title: '卖家之间的关联',
  lead: '具有共同之处的账号，每项关联都附有理由和证据。系统不会合并任何账号：是否为同一卖家由您判断，名称相同并不说明问题。',
  ofSeller: (name) => `${name} 与其他卖家的共同之处`,
  toSellers: '所有卖家',
  toAll: '所有卖家之间的关联',
  toSeller: '前往卖家页面',
  graphLink: '以关系图显示',
  reading: '正在读取卖家的共同之处…',
  progress: (read, of) => `正在读取采集记录：${number(read)} / ${number(of)}`,
  failed: '读取卖家的共同之处',
  kinds: '关联类型',
  kind: {
    company: '公司编号相同',
    licence: '登记号相同',
    email: '电子邮箱相同',
    phone: '电话号码相同',
    picture: '图片相同（可能系盗用）',
    name: '名称相同（不能说明是同一卖家）',
  },
  kindChoice: (kind, many) => `${kind}（${number(many)}）`,
  status: (ties, sellers) => `${number(sellers)} 个卖家之间有 ${number(ties)} 项关联`,
  emptyTitle: '没有关联',
  empty:
    '您采集的卖家中，没有两个具有相同的公司、联系方式、图片或名称。请多打开一些已标记商品的页面：详情中会写明公司和图片。',
  noneChosen: '没有属于所选类型的关联。',
  drawing: '关系图',
  drawingHint:
    '圆盘代表卖家，小点代表其共同之处。指向某处可查看相关部分，点击卖家可打开其页面，拖动可移动画面。下方表格内容相同。',
  drawingLabel: (sellers, ties) =>
    `${number(sellers)} 个卖家及其 ${number(ties)} 项关联的关系图；下方表格内容相同`,
  left: (sellers, ties) =>
    `另有 ${number(ties)} 项关联、${number(sellers)} 个卖家未画出，仅见于表格。减少所选类型即可画出。`,
  zoomIn: '放大',
  zoomOut: '缩小',
  whole: '显示全部',
  noDrawing: '由于缺少或关闭了 WebGL，此浏览器无法在此绘图。下方表格包含全部关联。',
  table: '关联表',
  head: { kind: '相同之处', value: '内容', sellers: '卖家及各自的证据' },
  more: (many) => `另有 ${number(many)} 项`,
  unnamed: '未注明名称',
  seller: (name, sellerId) => `${name}（${sellerId}）`,
  evidence: '证据',
  evidenceOf: (value, sellerId) => `证据：${value}，账号 ${sellerId}`,
  showMore: (many) => `再显示 ${number(many)} 项`,
}
