import type { Catalogue } from '../language.ts'

const number = (many: number) => many.toLocaleString('zh-CN')
const listings = (many: number) => `${number(many)} 个商品`
const percent = (share: number) => `${number(Math.floor(share * 1000 + 1e-9) / 10)}%`

type Said = Catalogue['tracking/words']

const state: Said['state'] = {
  filed: '已提交',
  accepted: '投诉成立',
  rejected: '投诉不成立',
  withdrawn: '已撤诉',
  closed: '已结案',
}

const line: Said['line'] = {
  filed: '处理中',
  removed: '已下架',
  'geo-blocked': '部分国家已屏蔽',
  rejected: '被驳回',
  'counter-noticed': '卖家已提交反通知',
  reinstated: '已恢复',
  withdrawn: '已撤诉',
  'gone-before-filing': '提交前已消失',
  relisted: '重新上架',
}

const causes = {
  'holder-accepted': '您接受了反通知',
  'platform-accepted': '平台接受了反通知',
  withdrawn: '投诉已撤回',
  contested: '卖家已提交反通知，尚未裁定',
  rejected: '投诉平台驳回了投诉',
  elsewhere: '已在部分国家屏蔽，而本次是从另一国家查看',
  back: '曾经下架，录入的内容中没有说明为何恢复。请在投诉平台上查询；可能需要再次投诉',
  'no-outcome': '投诉已裁定，但该商品的结果尚未录入',
  undecided: '就已录入的内容看，投诉平台尚未裁定',
}

const changedFact = { title: '标题', pictures: '图片', seller: '卖家' }

export const trackingWords: Said = {
  title: '跟进',
  tabTitle: '跟进 – Docket',
  lead: '提交了什么、现状如何、何时到期。Docket 不访问投诉平台：您在那里看到的内容由您录入。',
  parts: '跟进的各个部分',
  part: {
    today: '今天',
    cases: '案件',
    visits: '查看列表',
    list: '录入清单',
    'good-faith': '诚信指标',
    'days-off': '休息日',
  },
  loading: '正在读取投诉…',
  dismiss: '关闭',
  emptyTitle: '尚未提交任何投诉',
  empty: '请用填报台提交投诉并录入投诉单号；此后各项期限从这里起算。',
  openComplaints: '前往投诉',

  overdue: '已逾期',
  due: '五个工作日内到期',
  answered: '已有结果',
  answeredHint: '每个商品都有了结果。请录入裁定，或结案。',
  toFile: '待提交',
  toFileHint: '这些投诉没有阻碍提交的事项。预测会说明它们对您的成功率可能有何影响。',
  evidenceMissing: '缺少证据',
  evidenceMissingHint: '这些商品没有截图。请打开并截图。',
  nothingToday: '没有到期的事项，也没有等待的事项。',
  deadline: {
    review: '预计裁定',
    'counter-window': '卖家可提交反通知至',
    answer: '回应反通知',
    'legal-action': '提供起诉或行政投诉的证明',
    appeal: '可申诉至',
  },
  daysOff: {
    announced: '',
    'by-law': '仅按法定节假日计算；Docket 中没有该年度的放假通知',
    'weekends-only': '仅按周末计算：该年度的休息日未知',
  },
  inDays: (days) => (days === 0 ? '今天' : days < 0 ? `${number(-days)} 天前` : `${number(days)} 天后`),
  listings,
  caseOf: (caseNumber) => `投诉单号 ${caseNumber}`,
  calendar: '保存为日历文件',
  calendarSaved: (many) => `${number(many)} 个日期已保存到下载文件夹。`,
  calendarName: 'docket-follow-up.ics',
  calendarText: (name, caseNumber, many, basis) =>
    `${name}\n投诉单号 ${caseNumber}，${listings(many)}\n${basis}`,

  casesTitle: '已提交的投诉',
  caseLine: (caseNumber, filedOn, many) => `投诉单号 ${caseNumber} · 提交于 ${filedOn} · ${listings(many)}`,
  counts: (parts) => parts.map(([one, many]) => `${line[one]} ${number(many)}`).join(' · '),
  state,
  line,

  noCase: '没有此案件',
  noCaseText: '该投诉尚未提交，或已被删除。',
  backToCases: '全部案件',
  clocks: '期限',
  noClocks: '没有正在计算的期限。',
  basis: (certainty) => `依据：${certainty}`,
  openComplaint: '投诉内容',
  openDesk: '填报台上的反通知',
  whole: '整份投诉',
  decide: '录入裁定',
  newState: '现状为',
  choose: '选择…',
  since: (on) => `自 ${on} 起`,
  on: '日期',
  reason: '投诉平台给出的理由',
  note: '备注',
  withLines: {
    accepted: (many) => `同时将 ${number(many)} 个处理中的商品录入为已下架`,
    rejected: (many) => `同时将 ${number(many)} 个处理中的商品录入为被驳回`,
    withdrawn: (many) => `同时将 ${listings(many)}录入为已撤诉`,
    closed: () => '',
  },
  enter: '录入',
  decided: (now) => `已录入：${state[now]}。`,
  finished: '案件已结案，不能再有后续。如要继续，请收回结案。',
  takeBack: (name) => `收回：${name}`,
  takeBackLine: (name, title) => `收回“${title}”的“${name}”`,
  tookBack: '已收回。历史记录中仍会保留。',

  lines: '其中的商品',
  selectAll: '全选',
  select: (title) => title,
  outcome: '录入结果',
  outcomeHint: '请选择商品，再说明其结果。',
  outcomeOf: (many) => `适用于所选的 ${listings(many)}`,
  by: '恢复方',
  byChoice: { holder: '您：已接受反通知', platform: '平台' },
  relistedAs: '重新上架为（链接或商品编号）',
  outcomeEntered: (many, now) => `${listings(many)}：${line[now]}。`,
  suggestion: (many, receivedOn, now) =>
    `${receivedOn} 的反通知涉及 ${listings(many)}，尚未录入为“${line[now]}”。`,
  enterSuggestion: '录入',
  openListing: (title) => `打开“${title}”`,
  relisted: (comId) => `为 ${comId}`,
  reinstatedBy: { holder: '由权利人', platform: '由平台' },

  history: '历史记录',
  noHistory: '尚未录入任何内容。',
  source: {
    hand: '手动录入',
    list: '来自清单',
    csv: '来自 CSV',
    seen: '亲见；并非投诉平台告知',
  },
  seen: {
    live: '亲见在线',
    changed: '亲见有改动',
    'not-sold': '亲见停售',
    removed: '亲见已消失',
  },
  changedFacts: (facts) => facts.map((fact) => changedFact[fact]).join('、'),
  shipTo: (country) => `配送至 ${country}`,
  whyUp: ({ cause, since, reason }) =>
    `为何仍在线：${causes[cause]}${since === null ? '' : `（${since}）`}${reason === '' ? '' : `：${reason}`}。`,
  seenEvidence: '证据',
  seenOn: (name, on) => `${name} ${on}`,
  bySight: '（亲见）',
  suggestSeen: (many) => `您打开时，${listings(many)}已不见。投诉平台并未告知，其他国家可能仍能看到。`,
  enterSeen: '录入为已下架（亲见）',
  wholeSubject: '该投诉',
  item: (comId) => `商品 ${comId}`,
  takenBack: (name) => `已收回“${name}”`,
  enteredAt: (time) => `录入于 ${time}`,

  listLead: '每行：一个链接或商品编号，后面写其结果。每一行都正确后才会录入。',
  paste: '商品及其状态',
  pasteHint:
    '例如“1005007000000001 removed”。状态请用英文书写：removed（已下架）、geo-blocked（部分国家已屏蔽）、rejected（被驳回）、contested（卖家已提交反通知）、reinstated by holder（由权利人恢复）、reinstated by platform（由平台恢复）、withdrawn（已撤诉）、gone before filing（提交前已消失）、relisted as（重新上架为，后接链接）。',
  read: '读取清单',
  file: '选择 CSV',
  fileHint:
    '列名请用英文：item（商品）、state（状态）；可选 date（日期）、by（恢复方）、relisted as（重新上架为）、reason（理由）、case（投诉单号）、note（备注）。',
  listDay: '未注明日期的行使用此日期',
  found: '清单内容',
  summary: (fits, refused) =>
    `${number(fits)} 行可录入${refused > 0 ? `，${number(refused)} 行不可录入` : ''}。`,
  allOrNone: '请更正或删除不可录入的行，再重新读取：清单要么整份录入，要么完全不录入。',
  unknownColumns: (names) => `未读取的列：${names}。`,
  enterList: (many) => `录入 ${number(many)} 个结果`,
  listEntered: (many) => `已录入 ${number(many)} 个结果。`,
  lineNumber: (at) => `第 ${at} 行`,
  fits: (now, comId, caseNumber) => `${line[now]} · 商品 ${comId} · 投诉单号 ${caseNumber}`,
  more: (many) => `另有 ${number(many)} 行未显示。`,

  goodFaithLead: (months) =>
    `最近 ${number(months)} 个月，按 Docket 的统计：每个商品按其现状计一次，仍在等待的不计入。平台如何统计并未公开。`,
  from: (from) => `自 ${from} 起`,
  all: '全部理由',
  ratesOf: (portal) => `在${portal}的各项比率`,
  nothingDecided: '这段时间内没有裁定。',
  table: {
    reason: '理由',
    decided: '已裁定',
    success: '下架',
    countered: '反通知成立',
    rejected: '被驳回',
    withdrawn: '撤诉',
  },
  demand: (success, countered, certainty) =>
    `要求：总体及每个理由均须至少 ${percent(success)} 下架，至多 ${percent(countered)} 反通知成立（${certainty}）。`,
  percent,
  tooLow: '过低',
  tooHigh: '过高',
  forecast: (many, reason, best, worst) =>
    `这 ${number(many)} 个商品如全部下架，“${reason}”将达到 ${percent(best)}；如全部未下架，则为 ${percent(worst)}。`,
  mayFail: (many, share) => `最多可有 ${number(many)} 个失败，仍不低于 ${percent(share)}。`,
  belowAnyway: (share) => `即使如此，仍低于 ${percent(share)}。`,

  daysLead:
    '按工作日计算的期限会跳过周末和中国大陆的节假日，并计入调休上班的周末。请添加数据中没有的日子：新公布的休息日，或平台上班的日子。',
  ownDays: '您添加的日子',
  noOwnDays: '您尚未添加。',
  dayKind: { free: '休息', worked: '上班' },
  kind: '类型',
  name: '名称',
  addDay: '添加日期',
  dayAdded: (on) => `已添加 ${on}。`,
  removeDay: (on) => `删除 ${on}`,
  dayRemoved: (on) => `已删除 ${on}。`,
  known: 'Docket 自带的休息日',
  certainty: { announced: '已公布', 'by-law': '仅依法定' },
  worked: (days) => `调休上班：${days}`,
}
