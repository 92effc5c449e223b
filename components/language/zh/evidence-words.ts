import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

/** Parts that are not there, and parts of which single files are not. */
const lacking = (parts: string[], inPart: string[]) =>
  [
    parts.length > 0 ? `缺少：${parts.join('、')}` : null,
    inPart.length > 0 ? `部分缺少：${inPart.join('、')}` : null,
  ]
    .filter((piece) => piece !== null)
    .join('；')

export const evidenceWords: Catalogue['evidence/words'] = {
  tabTitle: '证据 – Docket',
  title: '证据',
  part: {
    'viewport-screenshot': '截图',
    'page-state': '页面数据',
    'page-snapshot': '页面快照',
    mhtml: 'MHTML 文件',
    'product-images': '商品图片',
    'full-page-screenshot': '整页截图',
  },
  captures: (many) => `${number(many)} 次取证`,

  search: '搜索证据',
  searchHint: '标题、商品、卖家、网址、取证编号',
  clearSearch: '清除搜索',
  show: '显示',
  state: {
    all: '全部',
    incomplete: '不完整',
    unsealed: '未封存',
    disagreeing: '信息不一致',
    imported: '导入的',
  },
  looking: (done, of) => `正在查找… ${number(done)}/${number(of)} 次取证`,
  found: (many, of) => `${number(of)} 次取证中找到 ${number(many)} 次`,
  nothingFound: '没有符合的取证。',
  reading: '正在读取证据…',
  storage: '存储',
  keysTitle: '快捷键',
  showKeys: '快捷键',
  close: '关闭',
  keys: [
    ['↑ ↓', '上一次、下一次取证'],
    ['Home End', '第一次、最后一次取证'],
    ['Enter', '打开取证'],
    ['Space', '选择（Shift：选到此处）'],
    ['Ctrl A', '全选所显示的取证'],
    ['e', '所选取证的证据包；未选时为当前这次'],
    ['/', '搜索'],
    ['Esc', '取消选择'],
    ['?', '本列表'],
  ],

  emptyTitle: '尚无证据',
  empty: '在速卖通上标记一个商品：页面所示信息、截图以及（在商品详情页上）整个页面都会保存并封存在这里。',
  openSite: '打开速卖通',

  head: {
    what: '商品',
    where: '时间与位置',
    gathered: '取证情况',
    seal: '封存',
    copy: '副本与来源',
  },
  list: '取证列表，最新的在前',
  select: (title) => `选择“${title}”`,
  titleUnknown: '页面未写明标题',
  item: (comId) => `商品 ${comId}`,
  sellerUnknown: '页面未写明卖家',
  sellerNumber: (sellerId) => `卖家 ${sellerId}`,
  mode: { 'flagged-by-person': '标记于', 'completed-on-opening': '补全于' },
  damagedRow: (captureId) => `取证 ${captureId}：存储的数据不完整`,

  gathered: {
    complete: '完整',
    cut: '完整，有截断',
    screenshotOnly: '截图',
    notWanted: '无需取证',
    missing: lacking,
    interrupted: (parts, inPart) => `已中断；${lacking(parts, inPart)}`,
    gathering: (done, of) => `正在取证，${done}/${of}`,
    waiting: '等待截图',
    purged: (when) => `文件已于 ${when} 删除`,
    damaged: '存储的数据已损坏',
  },
  seal: { sealed: '已封存', due: '尚未封存', failed: '封存失败' },
  copy: {
    none: '无副本',
    copied: '已复制',
    due: '待复制',
    writing: '正在复制',
    failed: '复制失败',
  },
  imported: '导入的',

  selected: (many) => `已选 ${number(many)} 次取证`,
  clearSelection: '取消选择',
  exportPack: '证据包',
  readOnly: 'Docket 目前只能查看，不能更改',
}
