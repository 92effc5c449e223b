/**
 * How everything that Docket draws on a page looks. A host has no attribute to select by, so each kind of
 * host has its own sheet; all hosts of a kind share it, so 60 cards cost one parse. `!important` in `:host`
 * wins over whatever the shop's own CSS says about bare divs. The tools bring their looks (tool-looks.ts).
 */
const base = `
*{box-sizing:border-box;margin:0;font:500 12px/1.25 system-ui,sans-serif;letter-spacing:0;text-transform:none}
:host{--ink:#1f2328;--soft:#59636e;--paper:#fff;--line:rgb(31 35 40/.18);--hover:#f0f2f5;--focus:#0b57d0;
--red:#b42318;--red-ink:#fff;--red-soft:#fdeceb;--amber:#7a4b00;--amber-soft:#fff1cc;--green:#14623a;--green-soft:#e0f3e7;--grey:#454c54;--grey-soft:#e9ecef;
--veil:rgb(255 255 255/.62);--shade:0 1px 2px rgb(0 0 0/.16),0 2px 8px rgb(0 0 0/.1)}
@media(prefers-color-scheme:dark){:host{--ink:#eceff2;--soft:#a8b1bb;--paper:#22262b;--line:rgb(255 255 255/.26);--hover:#333940;--focus:#8ab4f8;
--red:#c9372c;--red-soft:#4a1f1b;--amber:#ffd479;--amber-soft:#43340f;--green:#8fdcae;--green-soft:#153b26;--grey:#c3cad1;--grey-soft:#383e45}}
p,span,button,h2,dd{unicode-bidi:plaintext}
[hidden]{display:none!important}
button{appearance:none;border:0;background:none;color:inherit;cursor:pointer;padding:0;text-align:start}
button:disabled{cursor:default;opacity:.55}
:focus{outline:none}
:focus-visible{outline:2px solid var(--focus);outline-offset:1px;border-radius:8px}
svg{width:14px;height:14px;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;display:block}
@media(prefers-reduced-motion:reduce){*{animation:none!important}}
@media(forced-colors:active){svg{stroke:currentColor}}
`

/** Of judgements: they colour controls of cards and the state in the item bar, so they come last. */
const tones = `
.flagged{background:var(--red);color:var(--red-ink);box-shadow:var(--shade)}
.later{background:var(--amber-soft);color:var(--amber)}
.genuine{background:var(--green-soft);color:var(--green)}
.out{background:var(--grey-soft);color:var(--grey)}
.failed{background:var(--red-soft);color:var(--red);box-shadow:var(--shade),inset 0 0 0 2px var(--red)}
@media(prefers-color-scheme:dark){.failed{color:#ffb4ab}}
@media(forced-colors:active){.flagged{forced-color-adjust:none;background:Highlight;color:HighlightText;border-color:Highlight}}
`

const card = `
.control{display:inline-flex;align-items:stretch;height:28px;border-radius:14px;background:var(--paper);color:var(--ink);box-shadow:var(--shade),inset 0 0 0 1px var(--line);white-space:nowrap;user-select:none;max-width:100%}
.main,.more,.tick{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-width:28px;height:28px;border-radius:14px}
.main{padding-inline:9px 8px;font-weight:600}
.more{border-start-start-radius:0;border-end-start-radius:0;box-shadow:inset 1px 0 0 var(--line)}
:dir(rtl)>.more{box-shadow:inset -1px 0 0 var(--line)}
.more svg{width:12px;height:12px}
.main:hover,.more:hover,.tick:hover{background:rgb(127 127 127/.16)}
.short{display:none}
.narrow .long{display:none}
.narrow .short:not(:empty){display:inline}
.narrow.control:not(.plain,.saving) .main>svg:first-child{display:none}
.narrow .main{padding-inline:8px;gap:4px}
.saving .main svg{animation:turn 1s linear infinite}
@keyframes turn{to{transform:rotate(1turn)}}
.tick{display:none;border-start-end-radius:0;border-end-end-radius:0}
.selecting .tick{display:inline-flex}
.tick i{width:16px;height:16px;border-radius:4px;border:2px solid currentColor;display:grid;place-items:center}
.tick svg{display:none;width:12px;height:12px;stroke-width:3.5}
.tick[aria-checked=true] svg{display:block}
.tick[aria-checked=true] i{background:var(--focus);border-color:var(--focus);color:var(--paper)}
.why{overflow:hidden;text-overflow:ellipsis}
.known{position:absolute;inset-inline-start:0;top:32px;display:grid;gap:2px;width:max-content;max-width:inherit;padding:4px 8px;border-radius:8px;background:var(--paper);color:var(--ink);box-shadow:var(--shade);white-space:normal;overflow-wrap:anywhere;pointer-events:none}
.known span{font-size:11px}
@media(forced-colors:active){.known{border:1px solid CanvasText}.control{border:1px solid CanvasText}.tick[aria-checked=true] i{forced-color-adjust:none;background:Highlight;color:HighlightText;border-color:Highlight}.tick[aria-checked=true] svg{stroke:HighlightText}}
`

const floating = `
.panel{background:var(--paper);color:var(--ink);border-radius:12px;box-shadow:0 0 0 1px var(--line),0 8px 28px rgb(0 0 0/.24);pointer-events:auto}
.bar button,.act{display:flex;align-items:center;gap:8px;min-height:30px;padding:4px 9px;border-radius:8px}
.notes{position:absolute;inset-inline-start:16px;inset-block-end:16px;display:grid;gap:8px;justify-items:start;max-width:min(420px,100vw - 32px)}
.notes>div{display:grid;gap:8px;justify-items:start}
.note{display:flex;align-items:flex-start;gap:8px;padding:9px 8px 9px 12px;font-size:13px;line-height:1.4;animation:rise .16s ease-out}
.note p{font-size:13px;line-height:1.4;padding-block:5px;overflow-wrap:anywhere}
.note>svg{margin-block-start:7px}
.note.alert{box-shadow:0 0 0 2px var(--red),0 8px 28px rgb(0 0 0/.24)}
.note.alert>svg{color:var(--red)}
@keyframes rise{from{opacity:0;transform:translateY(6px)}}
.act{font-weight:700;color:var(--focus);white-space:nowrap}
.act:hover,.close:hover,.bar button:hover{background:var(--hover)}
.close{width:30px;height:30px;flex:none;display:grid;place-items:center;border-radius:8px;color:var(--soft)}
.bar{position:absolute;inset-block-end:16px;inset-inline-end:16px;display:flex;flex-wrap:wrap;align-items:center;gap:2px;padding:4px;max-width:calc(100vw - 32px)}
.bar .count{padding-inline:10px 6px;font-weight:700;font-variant-numeric:tabular-nums}
.bar .rule{width:1px;align-self:stretch;margin:5px 4px;background:var(--line)}
.bar .quiet{color:var(--soft)}
@media(forced-colors:active){.panel{border:1px solid CanvasText}}
`

/** A point at the card's start corner that takes no room: what it holds is placed over the picture. */
const cardHost = `
:host{all:initial!important;display:block!important;position:relative!important;width:auto!important;height:0!important;z-index:9!important;pointer-events:none!important}
.control{position:absolute;pointer-events:auto}
.veil{position:absolute;background:var(--veil);border-radius:4px}
`

/** In a row of boxes (flex, grid) even an empty box takes a gap; out of the flow it does not. */
const cardHostInRow = `${cardHost}:host{position:absolute!important;width:0!important}`

const itemHost =
  ':host{all:initial!important;display:block!important;position:relative!important;clear:both!important}'

const floatingHost =
  ':host{all:initial!important;display:block!important;position:fixed!important;inset:0!important;z-index:2147483647!important;pointer-events:none!important}'

export type HostKind = 'card' | 'card-in-row' | 'item' | 'floating'

export interface PageStyle {
  /** The one sheet that all hosts of this kind share. */
  sheetFor(kind: HostKind): CSSStyleSheet
  /** Gives one root looks that are needed there only, and only from now on. */
  addLooks(root: ShadowRoot, kind: HostKind, css: string): void
  /** Hides or shows everything of ours at once, without touching any host. */
  setHidden(hidden: boolean): void
}

/**
 * By opacity: `visibility` would take the focus from the button that was just pressed. A dialog stands in
 * the top layer, where its host's opacity does not reach.
 */
const unseen = ':host,dialog,dialog::backdrop{opacity:0!important}'

function newSheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  return made
}

/** True for a sheet of ours, by a property that only ours has: other scripts of Docket find our roots by it. */
export const isOwnSheet = ({ cssRules }: CSSStyleSheet): boolean =>
  [...cssRules].some(({ cssText }) => cssText.includes('--veil:'))

/** Builds the sheets of one document, each when the first host of its kind needs it. */
export function createPageStyle(): PageStyle {
  const css = {
    card: base + cardHost + card + tones,
    'card-in-row': base + cardHostInRow + card + tones,
    item: base + itemHost + tones,
    floating: base + floatingHost + floating,
  }
  const byKind = new Map<HostKind, CSSStyleSheet>()
  let isHidden = false
  const sheetFor = (kind: HostKind) => {
    let sheet = byKind.get(kind)
    if (!sheet) {
      sheet = newSheet(css[kind])
      if (isHidden) hide(sheet)
      byKind.set(kind, sheet)
    }
    return sheet
  }
  return {
    sheetFor,
    addLooks(root, kind, looks) {
      root.adoptedStyleSheets = [sheetFor(kind), newSheet(looks)]
    },
    setHidden(hidden) {
      if (hidden === isHidden) return
      isHidden = hidden
      for (const sheet of byKind.values()) {
        if (hidden) hide(sheet)
        else sheet.deleteRule(sheet.cssRules.length - 1)
      }
    },
  }
}

/** The rule is the sheet's last, where `setHidden` finds it again. */
const hide = (sheet: CSSStyleSheet) => sheet.insertRule(unseen, sheet.cssRules.length)
