import type { ShownFloating } from '../../lib/evidence/screenshot/full-page-ports.ts'
import type { Box } from '../../lib/evidence/screenshot/page-check.ts'

type Root = Document | ShadowRoot

/**
 * What stays in the window while the page scrolls: fixed parts are shown in one picture and hidden in the
 * others, sticky parts stay where they belong in the page. Both by one constructed stylesheet for each root,
 * with selectors made of positions alone: no attribute, class or style of the page is touched.
 */
export interface FloatingParts {
  /** Looks for them anew and shows these. */
  show(shown: ShownFloating): void
  /** False where the page changed so that the stylesheet no longer meets exactly the parts that it is for. */
  isTrue(): boolean
  lowerShown(): Box[]
  lowerHidden(): number
  /** The innermost element of a list that belongs to the page's flow; null where there is none. */
  firstInFlow(elements: Element[]): Element | null
  restore(): void
}

export function createFloatingParts(): FloatingParts {
  const sheets = new Map<Root, CSSStyleSheet>()
  /** Known ones stay: held by our sheet they no longer compute to sticky. */
  const sticky = new Set<Element>()
  let fixed: Element[] = []
  let hidden: Element[] = []
  let text = new Map<Root, string>()
  let isOver = false

  function find(): void {
    fixed = []
    for (const root of rootsOf(document)) {
      for (const element of root.querySelectorAll('*')) {
        const { position } = getComputedStyle(element)
        if (position === 'sticky') sticky.add(element)
        else if (position === 'fixed' && !isWithinAny(element, fixed) && !isHeldByAncestor(element))
          fixed.push(element)
      }
    }
    for (const element of sticky) if (!element.isConnected) sticky.delete(element)
  }

  function apply(): void {
    const rules = new Map<Root, string>([[document, scrolling]])
    const add = (element: Element, declarations: string) => {
      const root = element.getRootNode() as Root
      rules.set(root, `${rules.get(root) ?? ''}${selectorOf(element)}{${declarations}}`)
    }
    for (const element of sticky) add(element, 'position:relative!important;inset:auto!important')
    // At once, and without a transition that the page could listen to.
    for (const element of fixed) add(element, 'transition:none!important')
    for (const element of hidden) add(element, 'opacity:0!important')
    for (const [root, sheet] of sheets) if (!rules.has(root)) sheet.replaceSync('')
    for (const [root, css] of rules) {
      const sheet = sheets.get(root) ?? new CSSStyleSheet()
      sheets.set(root, sheet)
      if (text.get(root) !== css) sheet.replaceSync(css)
      // The page may have set its own list since.
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
    }
    text = rules
  }

  const isLower = (element: Element) => {
    const { y, height } = boxOf(element)
    return y + height / 2 > innerHeight / 2
  }

  return {
    show(shown) {
      // A call that was under way when everything was put back must not begin anew.
      if (isOver) return
      find()
      hidden = fixed.filter((element) => {
        if (shown === 'all' || shown === 'none') return shown === 'none'
        return isLower(element) !== (shown === 'lower')
      })
      apply()
    },
    isTrue() {
      const wanted: Array<[Element[], RegExp]> = [
        [hidden, /^0$/],
        [[...sticky], /^relative$/],
      ]
      return wanted.every(([elements, value], index) =>
        elements.every((element) => {
          if (!element.isConnected) return true
          const met = element.getRootNode() as Root
          if (met.querySelector(selectorOf(element)) !== element) return false
          const { opacity, position } = getComputedStyle(element)
          // Hosts of our own answer to their own sheet alone.
          return isBare(element) || value.test(index === 0 ? opacity : position)
        }),
      )
    },
    lowerShown: () =>
      fixed
        .filter((element) => !hidden.includes(element) && isLower(element))
        .map((element) => boxOf(element)),
    lowerHidden: () => hidden.filter((element) => isLower(element) && !isBare(element)).length,
    firstInFlow: (elements) =>
      elements.find(
        (element) =>
          element !== document.documentElement && element !== document.body && !isWithinAny(element, fixed),
      ) ?? null,
    restore() {
      // Shown while transitions are still off; then nothing is left to change.
      hidden = []
      if (sheets.size > 0) apply()
      for (const element of fixed) void getComputedStyle(element).opacity
      isOver = true
      for (const [root, sheet] of sheets) {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet)
      }
    },
  }
}

/** Jumps, and nothing that corrects them: the page's own smoothness and snapping, the browser's anchoring. */
const scrolling =
  ':root,body{scroll-behavior:auto!important;scroll-snap-type:none!important;overflow-anchor:none!important}'

/** The document and every open root in it. */
function rootsOf(root: Root): Root[] {
  const roots = [root]
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) roots.push(...rootsOf(element.shadowRoot))
  }
  return roots
}

/** The element by its place alone, with more weight than any selector of a shop. */
function selectorOf(element: Element): string {
  const steps: string[] = []
  let node: Element = element
  for (let parent = node.parentElement; parent; parent = node.parentElement) {
    steps.unshift(`:nth-child(${[...parent.children].indexOf(node) + 1})`)
    node = parent
  }
  if (node === document.documentElement) return [`:root:not(#_#_#_)`, ...steps].join('>')
  const siblings = [...(node.parentNode?.children ?? [])]
  return [`:nth-child(${siblings.indexOf(node) + 1}):not(#_#_#_)`, ...steps].join('>')
}

const isWithinAny = (element: Element, others: Element[]): boolean =>
  others.some((other) => other.contains(element))

/** Docket's own hosts have no attribute at all (see aliexpress.content/closed-host.ts). */
const isBare = (element: Element): boolean =>
  element.localName === 'div' && element.attributes.length === 0 && element.children.length === 0

/** A fixed element in a transformed (or filtered, contained) ancestor scrolls with the page after all. */
function isHeldByAncestor(element: Element): boolean {
  for (let node = element.parentElement; node; node = node.parentElement) {
    const { transform, perspective, filter, backdropFilter, contain, willChange } = getComputedStyle(node)
    const isPlain = [transform, perspective, filter, backdropFilter ?? 'none'].every(
      (value) => value === 'none',
    )
    if (!isPlain || /strict|content|layout|paint/.test(contain)) return true
    if (/transform|perspective|filter/.test(willChange)) return true
  }
  return false
}

/** Its place in the window; of a holder without size the place of what it holds. */
function boxOf(element: Element): Box {
  const own = element.getBoundingClientRect()
  const shown =
    own.width > 0 && own.height > 0
      ? [own]
      : [...element.children].map((child) => child.getBoundingClientRect())
  const x = Math.min(...shown.map((rect) => rect.left))
  const y = Math.min(...shown.map((rect) => rect.top))
  const right = Math.max(...shown.map((rect) => rect.right))
  const bottom = Math.max(...shown.map((rect) => rect.bottom))
  return shown.length === 0
    ? { x: own.x, y: own.y, width: 0, height: 0 }
    : { x, y, width: right - x, height: bottom - y }
}
