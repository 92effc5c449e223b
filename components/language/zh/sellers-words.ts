import type { Catalogue } from '../language.ts'

const number = (many: number) => many.toLocaleString('zh-CN')
const listings = (many: number) => `${number(many)} 个商品`

type Said = Catalogue['sellers/words']

const verdict: Record<string, string> = {
  infringing: '侵权',
  suspicious: '稍后再看',
  genuine: '不侵权',
  'out-of-scope': '不在范围内',
}

const list: Said['list'] = { watch: '关注', allow: '许可', deny: '黑名单' }

const listName = { watch: '关注名单', allow: '许可名单', deny: '黑名单' }

const linkKind = {
  company: '企业编号相同',
  licence: '注册号相同',
  email: '电子邮箱相同',
  phone: '电话号码相同',
  picture: '图片相同',
  name: '名称相同',
}

export const sellersWords: Said = {
  tabTitle: '卖家 – Docket',
  title: '卖家',
  list,
  reading: '正在读取卖家…',
  catchingUp: (read, of) => `正在从取证中读取卖家：${number(read)} / ${number(of)}`,
  sellers: (many) => `${number(many)} 个卖家`,
  found: (found, of) => `${number(found)} / ${number(of)} 个卖家`,
  nothingFound: '没有符合条件的卖家。',
  search: '搜索卖家',
  searchHint: '名称、账号、店铺编号、企业编号、商品、备注',
  clearSearch: '清除搜索',
  sortBy: '排序',
  sort: {
    harm: '危害程度',
    'last-seen': '最近查看',
    name: '名称',
    listings: '商品数',
  },
  show: '显示',
  all: '全部',
  onList: (name) => listName[name],
  emptyTitle: '还没有卖家',
  empty: '请在速卖通上标记商品。一旦其页面显示卖家账号，该卖家及针对其所做的一切就会显示在这里。',
  rows: '卖家',
  unnamed: '未标明名称',
  account: (sellerId) => `账号 ${sellerId}`,
  listings,
  lastSeen: (when) => `${when}查看过`,
  noHarm: '没有已提交或待提交的商品',
  score: (score) => `危害分 ${number(score)}`,
  harmParts: ({ removed, relisted, countered, open, queued, sold }) =>
    [
      removed > 0 && `下架 ${number(removed)}`,
      relisted > 0 && `恢复 ${number(relisted)}`,
      countered > 0 && `反通知 ${number(countered)}`,
      open > 0 && `处理中 ${number(open)}`,
      queued > 0 && `待提交 ${number(queued)}`,
      sold > 0 && `售出 ${number(sold)}+`,
    ]
      .filter(Boolean)
      .join(' · '),
  head: { seller: '卖家', harm: '危害程度及构成', where: '店铺和国家', seen: '查看时间' },
  stores: (many) => `${number(many)} 个店铺编号`,

  tableOf: (what) => `表格：${what}`,

  toList: '全部卖家',
  missingTitle: '没有此卖家',
  missing: '您的取证中没有出现此账号。请返回卖家列表，或打开其某个商品。',
  sellerTabTitle: (name) => `${name} – 卖家 – Docket`,
  fromCards:
    '仅搜索结果卡片出现过此账号。卡片上的编号是否就是商品页的账号，尚未证实：在据此行事之前，请打开其中一个商品。',
  loose: (many) =>
    `另有 ${number(many)} 次取证只有该卖家的店铺编号而没有账号。这些取证不计入此处，因为仅凭店铺编号不能证明卖家身份。`,

  mark: '您的名单',
  markChoice: { none: '不在任何名单', ...list },
  markHint: '关注：持续留意。许可：获得许可或自有店铺。黑名单：已知侵权者。会显示在已标记的商品上。',
  markNote: '原因',
  markSave: '保存',
  markSaved: '已保存，并记入台账。',
  dismiss: '关闭',

  harmTitle: '危害程度',
  harmHint: '每个商品只计一次。下架与恢复以提交后的取证所示为准；价格因币种不一，不计分。',
  harmHead: { part: '构成', many: '数量', points: '每项分值', sum: '得分' },
  harmPart: {
    removed: '提交后下架的商品',
    relisted: '再次出现的商品',
    countered: '有反通知的商品',
    open: '已提交且仍在处理的商品',
    queued: '判定为侵权、尚未提交的商品',
    sold: '这些商品至少售出的件数',
  },
  soldPoints: '每十倍计 1 分',
  total: '合计',
  prices: '这些商品的价格',
  noCurrency: '未标明币种',

  penaltyTitle: '处罚估算',
  penaltyHint:
    '根据您所见的下架，按速卖通公布的规则（2025 年 1 月和 2026 年 4 月）计算。平台自身的记分并不公开：可能因他人的投诉而更高，也可能因某次下架并非处罚而更低。',
  strikes: (many) => `${number(many)} 次（满 3 次关店）`,
  points: (many) => `${number(many)} 分（满 48 分关店）`,
  strikeSanction: {
    none: '未知有严重侵权记录',
    frozen: '按规则：冻结店铺',
    'frozen-deposit': '按规则：冻结店铺，提高保证金，限制关联店铺',
    closed: '按规则：关闭店铺',
  },
  pointSanction: {
    none: '未知有扣分',
    warning: '按规则：警告',
    'no-goods-3-days': '按规则：3 天内不得发布商品',
    'frozen-7-days': '按规则：冻结 7 天',
    'frozen-14-days': '按规则：冻结 14 天，追加保证金，波及关联店铺',
    'frozen-30-days': '按规则：冻结 30 天',
    closed: '按规则：关闭店铺',
  },
  strikeWindow: (from, until, many, lives) =>
    `计次：${from} 至 ${until} 下架 ${listings(many)}，有效至 ${lives}。`,
  pointDay: (on, points, many, lives) =>
    `${on}：下架 ${listings(many)}，扣 ${number(points)} 分，有效至 ${lives}。`,
  nextTitle: '怎样会导致关店',
  closedByRules: '按此计算，该店铺应已关闭。如未关闭，可用下面的报告向平台反映。',
  nextStrike: (more, from) => `再有 ${number(more)} 次即会关店。自 ${from} 起的严重商标侵权再计一次。`,
  nextPoints: (days) => `或再有 ${number(days)} 天出现其他下架。`,
  nextLapse: (on) => `最早的一项将于 ${on} 失效。`,
  nothingCounts: '最近 365 天内未知有下架，因此暂无计入。',
  noSplit: 'Docket 不建议为此拆分投诉。',

  identityTitle: '身份',
  identityHint: '取证中显示了什么、出自哪次取证。一个卖家有一个账号和多个店铺编号。',
  identityHead: { what: '项目', value: '内容', first: '首次出现', last: '最近出现', source: '读取自' },
  fact: {
    identity: '账号出处',
    companyIds: '企业编号',
    storeNumbers: '店铺编号',
    names: '名称',
    countries: '国家',
    traderStatuses: '经营者身份',
    storeOpened: '开店时间',
    contacts: '联系方式',
  },
  statedBy: {
    'item-page': '商品页',
    'page-data': '商品页数据',
    card: '搜索结果卡片',
  },
  shipTo: '查看时的配送国家',

  listingsTitle: '商品',
  listingsHead: {
    listing: '商品',
    verdict: '判定',
    complaints: '投诉',
    price: '价格、销量',
    seen: '最新证据',
  },
  verdict: (name) => (name === null ? '目前未判定' : (verdict[name] ?? name)),
  item: (comId) => `商品 ${comId}`,
  contested: (ids) => `其他取证显示其账号为 ${ids.join('、')}：因此不计入任何一个。`,
  complaint: (caseNumber) => (caseNumber === null ? '投诉' : `投诉单号 ${caseNumber}`),
  noComplaint: '未提交',
  outcome: {
    open: '处理中',
    removed: (on) => `${on} 下架`,
    relisted: (on) => `${on} 恢复`,
    countered: (on) => `${on} 收到反通知`,
    ended: {
      rejected: (on) => `${on} 被驳回`,
      reinstated: (on) => `${on} 恢复`,
      withdrawn: (on) => `${on} 撤诉`,
      'gone-before-filing': (on) => `提交前已消失，录入于 ${on}`,
    },
  },
  evidenceOfRemoval: '证据',
  evidenceOf: (what) => `证据：${what}`,
  showAll: (many) => `显示全部 ${number(many)} 项`,

  countersTitle: '反通知',
  counterState: { received: '待回应', accepted: '已接受', rejected: '已驳回' },
  counter: (on, many, state) => `${on}：${listings(many)}，${state}`,

  linksTitle: '关联卖家',
  linksHint: '与该卖家有共同之处的其他账号，以及共同之处。Docket 不会合并卖家；是否为同一卖家由您判断。',
  noLinks: '在您的取证中，没有其他卖家与其有相同的企业、联系方式或图片。',
  strength: {
    strong: '企业或联系方式相同',
    picture: '图片相同，但图片可能是复制的',
    name: '仅名称相同：不能说明是同一卖家',
  },
  reason: ({ kind, value, sellers }) =>
    `${linkKind[kind]}：${value}${sellers > 2 ? `（${number(sellers)} 个卖家相同）` : ''}`,
  moreReasons: (many) => `另有 ${number(many)} 个原因`,
  ownEvidence: '此处',
  otherEvidence: '对方',

  picturesTitle: '图片',
  picturesHint: '其商品所用图片的标识，以及出现在多少次取证中。',
  captures: (many) => `${number(many)} 次取证`,

  reportTitle: '升级处理报告',
  reportHint: '您对该卖家的了解，用于致函平台：可保存为 PDF，或逐行列出的电子表格。',
  reportPdf: '保存 PDF',
  reportSheet: '保存电子表格',
  reportSaved: (path) => `已保存为 ${path}`,
}
