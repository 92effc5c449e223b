/**
 * Where pages show something of the person who looks at them. Only one captured page has somebody signed in (a
 * category page of 2019, "Hi, …"); on the others these places hold "Sign in", an empty name or a cart of nothing.
 * Each counts whether somebody is signed in or not, because a sign that is missed must not cost a name.
 */
const areaSelectors = {
  /** Name, avatar, unread messages, and the flyout of the account. */
  account: [
    '[class*="my-account--"]',
    '#nav-user-account',
    '.nav-user-account',
    '.user-account-main',
    '.user-account-info',
    '.account-name',
    '[data-role="username"]',
    '[class*="RedHeaderNavigation__list"]',
    '[class*="MiniProfile"]',
  ],
  /** How many things lie in the cart, and the cart itself where it stands beside the page. */
  cart: [
    '[class*="shop-cart--number"]',
    '#nav-cart-num',
    '#right-cart-num',
    '.cart-number',
    '.right-cart-number',
    '#sidecart',
    '.root-sidecart',
    '#subcart',
    '.root-subcart',
    '[id^="_sidecart_placeholder"]',
  ],
  /** Town and street that the page ships to. Country and currency stand beside them and are evidence. */
  address: [
    '[class*="ship-to--small"]',
    '[class*="ship-to--simpleText"]',
    '[class*="ship-to--address"]',
    '[class*="delivery-v2--address"]',
    '[class*="delivery-v2--to"]',
    '.switcher-shipto',
    '[class*="address-list"]',
    '[class*="AddressList"]',
    '[class*="ShipToHeaderItem_GeoTooltip__text"]',
    '[class*="ShipToHeaderItem_Portal"]',
  ],
} as const

export type AccountArea = keyof typeof areaSelectors

const areaKinds = Object.keys(areaSelectors) as AccountArea[]
const anySelector = areaKinds.flatMap((kind) => areaSelectors[kind]).join(', ')

/** Whose area this element is, or null where it is none of the person's. Its content is then theirs too. */
export function accountAreaOf(element: Element): AccountArea | null {
  if (!element.matches(anySelector)) return null
  return areaKinds.find((kind) => element.matches(areaSelectors[kind].join(', '))) ?? null
}

/** The elements that show something of the person, without those that lie inside another of them. */
export const findAccountAreas = (doc: Document): HTMLElement[] =>
  [...doc.querySelectorAll<HTMLElement>(anySelector)].filter(
    (element) => element.parentElement?.closest(anySelector) == null,
  )

/** States in which pages say that somebody is signed in. */
const signedInStates = /"(?:signedIn|isLoggedIn)"\s*:\s*true\b/

/**
 * True where a page shows any sign that somebody is signed in: the cookie that the site's own scripts ask
 * (`sign=y`, seen in all client-rendered captures), a state that says so, or a name in the header of older pages.
 */
export function isSignedIn(doc: Document): boolean {
  if (/(?:^|[;&=\s])sign=y(?:[;&\s]|$)/.test(doc.cookie)) return true
  for (const script of doc.scripts)
    if (script.src === '' && signedInStates.test(script.textContent)) return true
  const name = doc.querySelector('[data-role="username"]')?.textContent ?? ''
  return name.replace(/\s/g, '') !== ''
}
