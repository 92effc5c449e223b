/** E.g. "1 capture", "2,000 captures". */
export const counted = (many: number, one: string): string =>
  `${many.toLocaleString('en')} ${many === 1 ? one : `${one}s`}`
