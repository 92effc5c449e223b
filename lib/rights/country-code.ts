let codes: ReadonlyMap<string, string> | null = null

/**
 * The country that a page names, as ISO 3166 alpha-2: pages of some years state its code, others its English name.
 * Null for anything else: a country that cannot be told is none.
 */
export function countryCodeOf(text: string): string | null {
  const wanted = text.trim()
  if (/^[A-Z]{2}$/.test(wanted)) return wanted
  codes ??= codesByName()
  return codes.get(wanted.toLowerCase()) ?? null
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The browser's own names; a code that it does not know has none. */
function codesByName(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return new Map(
    letters.flatMap((first) =>
      letters.flatMap((second): Array<[string, string]> => {
        const code = first + second
        // Former and reserved codes (DD, FX, UK …) bear the name of the one that took their place.
        const isOwn = new Intl.Locale(`und-${code}`).region === code
        const name = isOwn ? names.of(code) : undefined
        return name === undefined ? [] : [[name.toLowerCase(), code]]
      }),
    ),
  )
}
