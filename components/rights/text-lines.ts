/** Lists that are typed one item a line. */

export const textOfLines = (items: readonly string[]): string => items.join('\n')

/** The items, trimmed, each once, without empty lines. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
