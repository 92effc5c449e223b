import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

export const rightsEndingWords: Catalogue['rights/ending-words'] = {
  title: '及时续展',
  noEnd: '无期限',
  until: (until) => `至 ${until}`,
  more: (many) => `还有 ${number(many)} 项`,
  ended: (until) => `已于 ${until} 到期`,
  endsToday: '今天到期',
  endsIn: (many) => `${number(many)} 天后到期`,
  unnamed: { trademark: '未命名的商标', copyright: '未命名的著作权', patent: '未命名的专利' },
  powerOfAttorney: (right) => `${right} 的授权委托书`,
  line: (subject, when) => `${subject} ${when}。`,
}
