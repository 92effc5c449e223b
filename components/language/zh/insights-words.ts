import type { Catalogue } from '../language.ts'

// Made once: making one takes longer than all that it writes.
const numbers = new Intl.NumberFormat('zh-CN')
const dates = {
  month: new Intl.DateTimeFormat('zh-CN', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  shortest: new Intl.DateTimeFormat('zh-CN', { month: 'numeric', year: '2-digit', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat('zh-CN', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
}
const number = (value: number) => numbers.format(value)
const listings = (many: number) => `${number(many)} 个商品`
const dateWords = (on: string, kind: keyof typeof dates) => dates[kind].format(new Date(on))

type Said = Catalogue['insights/words']

const spanChoice: Said['spanChoice'] = (choice) =>
  choice === 'last-3'
    ? '最近 3 个月'
    : choice === 'last-12'
      ? '最近 12 个月'
      : choice === 'all'
        ? '全部'
        : dateWords(`${choice}-01`, 'month')

export const insightsWords: Said = {
  title: '分析',
  tabTitle: '分析 – Docket',
  lead: '标记了什么、提交了什么、结果如何。点击每个数字都可查看其所含的商品。',
  reading: '正在读取…',
  dismiss: '关闭',
  emptyTitle: '还没有可统计的内容',
  empty: '请在浏览时标记商品、提交投诉，并在“跟进”中录入结果。',
  catchingUp: (read, of) => `正在从取证中读取卖家：${number(read)} / ${number(of)}`,
  span: '时间范围',
  spanChoice,
  spanDays: ({ from, to }) => `${from} 至 ${to}`,
  number,
  share: ({ part, of, percent }) =>
    `${number(part)} / ${number(of)}${percent === null ? '' : `（${percent}%）`}`,
  none: '–',
  nothing: '该时间范围内没有内容。',
  chartOf: (title) => `${title}：图表；旁边的表格列有相同的数字`,
  tableOf: (title) => `表格：${title}`,
  behindLabel: (text, row, column) => `${text}：${row}，${column}`,
  rowsMore: (many) => `再显示 ${number(many)} 行`,

  csv: 'CSV',
  csvOf: (title) => `保存为 CSV：${title}`,
  png: 'PNG',
  pngOf: (title) => `将图表保存为 PNG：${title}`,
  // Names of files are the same in every language.
  fileName: (name, span, ending) => `docket-insights-${name}-${span}.${ending}`,
  saved: (name) => `${name} 已保存到下载文件夹。`,
  pictureFooter: (span, madeOn) => `Docket · ${span.from} 至 ${span.to} · 制作于 ${madeOn}`,

  report: 'PDF 报告',
  reportName: 'report',
  reportTitle: (choice) => `报告：${spanChoice(choice)}`,
  reportLead: ({ from, to }, today) =>
    `${from} 至 ${to}，截至 ${today} 所知。根据在一台电脑上的 Docket 中标记、提交和录入的内容统计；投诉平台另有自己的数据。`,
  reportMore: (rows) => `另有 ${number(rows)} 行见该表的 CSV。`,
  reportFooter: (choice) => `Docket 报告：${spanChoice(choice)}`,

  stepLabel: ({ kind, from, to }) =>
    kind === 'month' ? dateWords(from, 'month') : from === to ? from : `${from} 至 ${to}`,
  stepShort: ({ kind, from }) => dateWords(from, kind === 'month' ? 'shortest' : 'day'),

  overTime: {
    title: '时间趋势',
    hint: '按商品首次判定、提交以及进入现状的日期统计。已收回的判定不计入。',
    rowHead: '时间',
    columns: {
      judged: '已判定',
      infringing: '标记为侵权',
      filed: '已提交',
      'taken-down': '已下架',
      rejected: '被驳回',
      'came-back': '恢复',
    },
  },
  howLong: {
    title: '所需时间',
    hint: '为已完成部分的中位数；仍在等待的不计入中位数。统计在该时间范围内提交的商品；“到提交”还包括在该范围内判定、仍在等待的商品。按自然日，而非工作日。',
    rowHead: '起止',
    distance: {
      'to-file': '从判定到提交',
      'to-decision': '从提交到裁定',
      'to-removal': '从提交到下架',
    },
    columns: {
      median: '中位数',
      range: '最短至最长',
      over: '计入',
      open: '仍在等待',
      otherwise: '以其他方式结束',
      unclear: '天数不明',
    },
    days: (days) => `${number(days)} 天`,
    range: (shortest, longest) => `${number(shortest)} 至 ${number(longest)} 天`,
  },
  success: {
    title: '成功率',
    titleBy: {
      rightId: '成功率（按权利）',
      reasonId: '成功率（按理由）',
      sellerId: '成功率（按卖家）',
      portalId: '成功率（按投诉平台）',
    },
    by: '分组',
    key: { rightId: '权利', reasonId: '理由', sellerId: '卖家', portalId: '投诉平台' },
    hint: '在该时间范围内提交的商品，按其现状统计。“已下架”包括在部分国家被屏蔽或此后重新上架的商品。“已裁定”指已下架、被驳回或已恢复。',
    columns: {
      filed: '已提交',
      'taken-down': '已下架',
      rejected: '被驳回',
      reinstated: '已恢复',
      other: '撤诉或提交前已消失',
      open: '处理中',
    },
    decided: '已下架 / 已裁定',
    unproven: '账号未证实',
    accountShort: (sellerId, name) => `${sellerId} ${name}`.trim(),
    account: (sellerId, seller) =>
      `${seller?.name ? `${seller.name}（${sellerId}）` : `账号 ${sellerId}`}${seller?.isFromCardsAlone ? '，仅见于卡片' : ''}`,
  },
  rejected: {
    title: '被驳回及原因',
    hint: '在该时间范围内提交、现状为被驳回的商品，按您从投诉平台录入的理由统计。',
    rowHead: '投诉平台的理由',
    columns: { complaint: '投诉理由', listings: '商品' },
    noReason: '未录入理由',
  },
  open: {
    title: '处理中商品的时长',
    hint: '今天仍在等待答复的商品，不论何时提交，按提交后的天数统计。',
    rowHead: '提交后天数',
    column: '处理中的商品',
    age: ({ from, to }) => (to === null ? `超过 ${from - 1}` : `${from} 至 ${to}`),
  },
  exposure: {
    title: '搜索曝光',
    hint: '您在首页搜索结果中判定过的商品，以及其中判定为侵权的数量；每个商品计一次。无人判定的结果不计入任何数字，因此这不是占全部结果的比例。',
    rowHead: '搜索词',
    columns: { share: '侵权 / 已判定', infringing: '侵权', judged: '已判定' },
  },
  exposureTime: {
    title: '搜索曝光的时间趋势',
    hint: '同上，按时间列出每个搜索词。',
    rowHead: '搜索词和时间',
    keyword: '搜索词',
    label: (keyword, step) => `${keyword} · ${step}`,
  },
  work: {
    title: '节省的工作量',
    hint: '按您自己填写的每个商品手工所需与使用 Docket 所需的分钟数计算。Docket 不测量时间。',
    rowHead: '工作',
    step: {
      evidence: '标记并取证',
      filing: '提交投诉',
      outcome: '记录结果',
    },
    columns: {
      listings: '商品',
      byHand: '手工分钟数',
      withDocket: '使用 Docket 的分钟数',
      saved: '节省的分钟数',
    },
    total: '合计',
    notEntered: '请填写每个步骤处理一个商品所需的分钟数；填写之前不作统计。',
    byHandOf: (step) => `${step}：手工分钟数`,
    withDocketOf: (step) => `${step}：使用 Docket 的分钟数`,
    save: '保存分钟数',
    savedToast: '分钟数已保存。',
    wrong: (most) => `请在每一栏填写 0 至 ${number(most)} 的分钟数。`,
  },

  behind: {
    tabTitle: '数字所含的商品 – 分析 – Docket',
    title: (row, column) => `${row}：${column}`,
    lead: (table, days) => `${table}，${days}`,
    listings,
    entries: '商品',
    back: '返回分析',
    gone: '没有此数字',
    goneText: '该时间范围内已没有此数字。请返回重新查看。',
    untitled: (comId) => `商品 ${comId}`,
    item: (comId) => `商品 ${comId}`,
    case: '案件',
    caseOf: (title) => `“${title}”的案件`,
    evidence: '证据',
    evidenceOf: (title) => `“${title}”的证据`,
    more: (many) => `再显示 ${number(many)} 个`,
    csvName: 'listings',
    // Programs read these heads: they are the same in every language.
    csvHeads: ['item', 'title', 'url', 'day', 'standing', 'complaint', 'capture'],
  },
  verdict: {
    infringing: '侵权',
    suspicious: '稍后再看',
    genuine: '不侵权',
    'out-of-scope': '不在范围内',
  },
}
