/** What a page that looks for an extension finds out. Everything is plain data, to compare two runs. */
export interface ProbeReport {
  html: string
  attributes: string[]
  mutations: string[]
  globals: string[]
  chromeKeys: string[]
  styleSheets: number
  adoptedStyleSheets: number
  styles: Record<string, string>
  resources: string[]
  messages: string[]
  events: string[]
  violations: string[]
  errors: string[]
  /** Calls of functions that the page watches, e.g. attachShadow. */
  watchedCalls: string[]
  /** Functions of the platform that are no longer the browser's own. */
  altered: string[]
  storage: string[]
  /** Extension files that answered. */
  filesReached: string[]
  frames: number
  elementsAtPoints: string[]
}

/**
 * Runs in the page before any of its scripts. `extensionId` is public knowledge for a published extension, so a
 * page may know it.
 */
export function installProbe(extensionId: string): void {
  const log = {
    mutations: [] as string[],
    messages: [] as string[],
    events: [] as string[],
    violations: [] as string[],
    errors: [] as string[],
    watchedCalls: [] as string[],
  }
  const describe = (node: Node): string =>
    node instanceof Element ? `<${node.localName} ${node.getAttributeNames().join(' ')}>` : node.nodeName
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes)
        log.mutations.push(`+${describe(node)} in ${describe(record.target)}`)
      for (const node of record.removedNodes)
        log.mutations.push(`-${describe(node)} in ${describe(record.target)}`)
      if (record.type === 'attributes')
        log.mutations.push(`@${record.attributeName} of ${describe(record.target)}`)
    }
  }).observe(document, { subtree: true, childList: true, attributes: true })

  addEventListener('message', (event) => log.messages.push(JSON.stringify(event.data)))
  const channel = new BroadcastChannel(extensionId)
  channel.addEventListener('message', (event) => log.messages.push(`channel ${JSON.stringify(event.data)}`))
  for (const name of [
    'wxt:content-script-started',
    `${extensionId}:aliexpress:wxt:content-script-started`,
    `${extensionId}:wxt:content-script-started`,
    `${extensionId}:aliexpress:wxt:locationchange`,
    'wxt:locationchange',
    extensionId,
    'docket',
  ]) {
    document.addEventListener(name, () => log.events.push(name), true)
    addEventListener(name, () => log.events.push(name), true)
  }
  document.addEventListener('securitypolicyviolation', (event) =>
    log.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  )
  addEventListener('error', (event) => log.errors.push(event.message ?? 'error'))
  addEventListener('unhandledrejection', (event) => log.errors.push(String(event.reason)))

  const watch = (owner: object, name: string) => {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown
    Reflect.set(owner, name, function watched(this: unknown, ...args: unknown[]) {
      log.watchedCalls.push(name)
      return original.apply(this, args)
    })
  }
  watch(Element.prototype, 'attachShadow')
  watch(Element.prototype, 'getBoundingClientRect')
  watch(Document.prototype, 'elementFromPoint')
  watch(History.prototype, 'pushState')
  watch(window, 'postMessage')
  watch(EventTarget.prototype, 'dispatchEvent')

  const isNative = (value: unknown) =>
    typeof value === 'function' && /\[native code\]/.test(Function.prototype.toString.call(value))
  const natives: Array<[object, string]> = [
    [window, 'fetch'],
    [window, 'alert'],
    [XMLHttpRequest.prototype, 'open'],
    [Document.prototype, 'createElement'],
    [Document.prototype, 'querySelector'],
    [Node.prototype, 'appendChild'],
    [Element.prototype, 'setAttribute'],
    [EventTarget.prototype, 'addEventListener'],
    [Array.prototype, 'map'],
    [JSON, 'parse'],
  ]

  const tryFiles = async (): Promise<string[]> => {
    const reached: string[] = []
    const files = [
      'manifest.json',
      'background.js',
      'content-scripts/aliexpress.js',
      'popup.html',
      'dashboard.html',
      'icon/16.png',
      'icon/128.png',
    ]
    for (const file of files) {
      const url = `chrome-extension://${extensionId}/${file}`
      if (
        await fetch(url).then(
          () => true,
          () => false,
        )
      )
        reached.push(`fetch ${file}`)
      const loaded = await new Promise<boolean>((resolve) => {
        const image = new Image()
        image.onload = () => resolve(true)
        image.onerror = () => resolve(false)
        image.src = url
      })
      if (loaded) reached.push(`image ${file}`)
    }
    return reached
  }

  const report = async (): Promise<unknown> => {
    const points = [20, 200, 400, 600, 1000].flatMap((x) => [20, 300, 600].map((y) => [x, y] as const))
    const elementsAtPoints = points.map(([x, y]) => {
      const element = document.elementFromPoint(x, y)
      return element ? `${element.localName}.${element.className}` : 'none'
    })
    const style = (selector: string) => {
      const element = document.querySelector(selector)
      return element
        ? Array.from(getComputedStyle(element), (name) =>
            getComputedStyle(element).getPropertyValue(name),
          ).join(';')
        : ''
    }
    const chromeObject = Reflect.get(window, 'chrome') as object | undefined
    const watchedCalls = log.watchedCalls.filter((name) => name !== 'elementFromPoint')
    return {
      html: document.documentElement.outerHTML,
      attributes: [
        ...document.documentElement.getAttributeNames(),
        ...(document.body?.getAttributeNames() ?? []),
      ],
      mutations: [...log.mutations],
      globals: Object.getOwnPropertyNames(window).sort(),
      chromeKeys: chromeObject ? Object.getOwnPropertyNames(chromeObject).sort() : [],
      styleSheets: document.styleSheets.length,
      adoptedStyleSheets: document.adoptedStyleSheets.length,
      styles: Object.fromEntries(
        ['html', 'body', '.search-card-item', '#card-list'].map((selector) => [selector, style(selector)]),
      ),
      resources: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.startsWith(`chrome-extension://${extensionId}`))
        .sort(),
      messages: [...log.messages],
      events: [...log.events],
      violations: [...log.violations],
      errors: [...log.errors],
      watchedCalls,
      altered: natives.filter(([owner, name]) => !isNative(Reflect.get(owner, name))).map(([, name]) => name),
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
      filesReached: await tryFiles(),
      frames: window.length,
      elementsAtPoints,
    }
  }
  Object.defineProperty(window, 'lookForDocket', { value: report, enumerable: false })
}
