/** A number as it stands in Chinese sentences. Not from language.ts: that one waits for these texts. */
export const number = (many: number): string => many.toLocaleString('zh-CN')
