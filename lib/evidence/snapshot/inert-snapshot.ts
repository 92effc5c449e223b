/**
 * A stored page as it may be shown in a frame with `sandbox=""`: nothing in it runs and nothing is fetched. The
 * stored file stays as it is; this is only how it is looked at. Three walls, since the file is the page's word:
 * - the frame's sandbox: no scripts, forms, popups, or navigation of anything but itself;
 * - this policy, which comes first and which the file cannot take back: no request but `data:`;
 * - no elements that speak to servers past any policy: `<link rel=preconnect>`, and links, to whose servers Chromium
 *   connects when somebody points at them. None opens another document either.
 */
export function inertSnapshot(markup: string): string {
  const doctype = /^\s*<!doctype/i.test(markup) ? '<!doctype html>' : ''
  return `${doctype}${head}${markup.replace(speaking, (_, slash, name) => `<${slash}${standIn(name, slash)}`)}`
}

const policy = [
  "default-src 'none'",
  'img-src data:',
  'font-src data:',
  'media-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const head = [
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  '<meta http-equiv="x-dns-prefetch-control" content="off">',
  '<meta name="referrer" content="no-referrer">',
].join('')

/** However a parser reads the file, an element begins with its name right after `<`. */
const speaking =
  /<(\/?)(a|area|link|iframe|frame|frameset|object|embed|applet|portal|fencedframe)(?=[\s/>])/gi

/**
 * What stands in the place of such an element, so that all around it stays where it is and looks as it did: what has
 * no end tag is replaced by what has none either. A link stays one for styles, but cannot be pointed at; the first
 * attribute of a name counts, so the file cannot take it back.
 */
function standIn(name: string, slash: string): string {
  const known = name.toLowerCase()
  if (known === 'a') return slash ? name : `${name} inert`
  if (known === 'link') return 'meta'
  return ['area', 'embed', 'frame'].includes(known) ? 'wbr' : `x-${known}`
}
