/** Text without case, accents and width: "Nike" then finds "ＮＩＫＥ", and "café" finds "cafe". */
export const comparableText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The words of what a person searches for, comparable. */
export const searchWords = (text: string): string[] => comparableText(text).split(/\s+/).filter(Boolean)
