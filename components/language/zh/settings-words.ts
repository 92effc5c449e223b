import type { Catalogue } from '../language.ts'

export const settingsWords: Catalogue['settings/words'] = {
  title: '设置',
  tabTitle: '设置 – Docket',
}
