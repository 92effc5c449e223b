/** E.g. "1 capture", "2,000 captures". */
export const manyOf = (many: number, one: string): string =>
  `${many.toLocaleString('en')} ${many === 1 ? one : `${one}s`}`
