/**
 * The links as text files: `links.txt`, or `links-001.txt` and so on where there are more than one takes.
 * @param linksPerFile so many the portal takes at once
 */
export function linkFiles(
  urls: readonly string[],
  linksPerFile: number,
): Array<{ path: string; text: string }> {
  const count = Math.max(1, Math.ceil(urls.length / linksPerFile))
  const digits = Math.max(3, String(count).length)
  return Array.from({ length: count }, (_, index) => ({
    path: count === 1 ? 'links.txt' : `links-${String(index + 1).padStart(digits, '0')}.txt`,
    text: linesOf(urls.slice(index * linksPerFile, (index + 1) * linksPerFile)),
  }))
}

/** One URL a line, each line ended; nothing for no URL. */
const linesOf = (urls: readonly string[]): string => urls.map((url) => `${url}\n`).join('')
