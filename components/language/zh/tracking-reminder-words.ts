import type { Catalogue } from '../language.ts'

const number = (many: number) => many.toLocaleString('zh-CN')

export const trackingReminderWords: Catalogue['tracking/reminder-words'] = {
  region: '到期事项',
  look: '查看',
  summary: ({ overdue, today, soon }, days) =>
    [
      overdue > 0 && `${number(overdue)} 项已逾期`,
      today > 0 && `${number(today)} 项今天到期`,
      soon > 0 && `${number(soon)} 项在 ${days.soon} 个工作日内到期`,
    ]
      .filter((part) => part !== false)
      .join('，'),
  mark: {
    overdue: () => '已逾期',
    today: () => '今天到期',
    soon: (days) => `${days.soon} 个工作日内`,
    ahead: (days) => `${days.ahead} 个工作日内`,
  },
  show: '在工具栏按钮和弹出窗口中提示到期事项',
  isSilent: '工具栏和弹出窗口不再提示日期。',
  isShown: '工具栏和弹出窗口会提示到期事项。',
}
