import type { Holder, Right } from '../rights/right.ts'
import type { Language } from './complaint.ts'

/**
 * What the person states with their name before a complaint leaves: authority, good faith and accuracy (PORTAL.md
 * §1 and §8.1; Regulation (EU) 2022/2065, Article 16(2)(d)).
 */
export function declarationText(
  language: Language,
  { right, holder }: { right: Right | null; holder: Holder | null },
): string {
  const name = holder?.name || (language === 'zh' ? '权利人' : 'the right holder')
  const isAgent = right?.role === 'agent'
  if (language === 'zh') {
    return `本人声明：${isAgent ? `本人经${name}授权行事` : `本人代表权利人${name}`}；本人真诚地相信，上述商品信息未经权利人、其代理人或法律许可；本通知中的信息和陈述均准确、完整。`
  }
  return `I declare that ${isAgent ? `I am authorised to act for ${name}` : `I act for ${name}, who holds the right`}; that I believe in good faith that the listed offers are not permitted by the right holder, its agents or the law; and that the information and statements in this notice are accurate and complete.`
}
