/** What the page's main world answers: the data call's answer as JSON text, or why there is none. */
export interface InitDataAnswer {
  json: string | null
  /** `no-callback`: the page has no such function; `timeout`: it never answered; `rejected`, `too-big`, `not-json`. */
  reason: string | null
}

/**
 * Asks the page for the answer of its own data call, as its own scripts do (ALIEXPRESS.md, fact 2). To be
 * injected into the page's main world by `scripting.executeScript({ world: 'MAIN', func, args })`: it is
 * self-contained, refers to nothing outside its body, makes no request and leaves nothing behind.
 *
 * What it returns is hostile text: parse it with `parseHostileJson`, never otherwise.
 *
 * @param timeoutMs pages without a prefetched call never answer
 * @param maxChars  longer answers are not taken
 */
export function askInitData(timeoutMs: number, maxChars: number): Promise<InitDataAnswer> {
  return new Promise((answer) => {
    const give = (json: string | null, reason: string | null) => answer({ json, reason })
    const callback = (window as { __INIT_DATA_CALLBACK__?: unknown }).__INIT_DATA_CALLBACK__
    if (typeof callback !== 'function') return give(null, 'no-callback')
    setTimeout(() => give(null, 'timeout'), timeoutMs)
    const take = (data: unknown) => {
      try {
        const json = JSON.stringify(data)
        if (typeof json !== 'string') return give(null, 'not-json')
        return json.length > maxChars ? give(null, 'too-big') : give(json, null)
      } catch {
        // A cycle, or a getter of the page that throws: there is no answer that could be stored.
        return give(null, 'not-json')
      }
    }
    try {
      callback(take, () => give(null, 'rejected'))
    } catch {
      // The page's own function failed: the rendered page has to do.
      give(null, 'rejected')
    }
  })
}
