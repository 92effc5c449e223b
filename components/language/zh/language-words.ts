import type { Catalogue } from '../language.ts'

export const languageWords: Catalogue['language/words'] = {
  title: '语言',
  lead: '用于弹出窗口、填报台和这些页面。投诉包和函件仍使用平台所读的语言。',
  label: 'Docket 的语言',
  reload: '已打开的页面在重新加载后生效。',
}
