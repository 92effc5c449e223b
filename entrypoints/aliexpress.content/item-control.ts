import { whyUpWords } from '../../components/tracking/why-up-words.ts'
import type { ListingAction } from './action-menu.ts'
import { build, button } from './build-element.ts'
import { lookOf } from './card-control.ts'
import { isPersonsClick } from './clickjack-guard.ts'
import { actionElementOf, createClosedHost } from './closed-host.ts'
import { icon } from './icons.ts'
import { knownWords } from './known-words.ts'
import type { ListingStore } from './listing-store.ts'
import { judgementOf } from './listing-view.ts'
import type { PageListing } from './page-listing.ts'
import type { PageStyle } from './stylesheet.ts'
import { itemLooks } from './tool-looks.ts'
import {
  capitalised,
  ipTypeWords,
  judgementDone,
  missingScreenshotWords,
  viewLabel,
  warningWords,
} from './words.ts'

/** What the bar is about and where it belongs: in the page's flow, right after the title. */
export interface ItemPlace {
  listing: PageListing
  anchor: Element
}

/** What the bar offers besides what cards offer too. */
export type ItemAction = ListingAction | 'complete-evidence' | 'stop-evidence'

/** What the bar says of the evidence of its listing, and what may be done about it. */
export interface EvidenceLine {
  text: string
  action: { does: 'complete-evidence' | 'stop-evidence'; label: string } | null
}

export interface ItemControl {
  /** Mounts, moves or removes the bar. */
  reconcile(place: ItemPlace | null): void
  hasLost(): boolean
  listing(): PageListing | null
  draw(): void
}

const choices: Array<{ action: ListingAction; label: string }> = [
  { action: 'trademark', label: 'Trademark' },
  { action: 'copyright', label: 'Copyright' },
  { action: 'patent', label: 'Patent' },
  { action: 'later', label: 'Look later' },
  { action: 'genuine', label: 'Not infringing' },
  { action: 'out-of-scope', label: 'Out of scope' },
]

/** The control by the title of an item page or product modal: a row of choices that shows what was judged. */
export function createItemControl(
  style: PageStyle,
  store: ListingStore,
  canUndo: (comId: string) => boolean,
  evidenceOf: (comId: string) => EvidenceLine | null,
  onAction: (action: ItemAction, listing: PageListing) => void,
): ItemControl {
  let place: ItemPlace | null = null
  let shownSinceMs = 0
  const { host, root } = createClosedHost(style, 'item', (event) => {
    if (event.type !== 'click' || !(event instanceof MouseEvent)) return
    event.preventDefault()
    const acting = actionElementOf(event)
    if (!acting || !place || !isPersonsClick(event, host, acting, shownSinceMs)) return
    onAction(acting.dataset.do as ItemAction, place.listing)
  })

  style.addLooks(root, 'item', itemLooks)

  const state = build('span', { role: 'status' })
  const choiceButtons = choices.map(({ action, label }) => ({
    action,
    label,
    element: button(action, { class: 'choice', 'aria-pressed': 'false' }, label),
  }))
  const note = button('note', { class: 'choice' }, 'Note…')
  const screenshot = button('screenshot', { class: 'choice' }, 'Take screenshot now')
  const undo = button('undo', { class: 'choice' }, 'Undo')
  const evidence = build('span', { class: 'state plain', role: 'status' })
  const evidenceAction = button('', { class: 'choice' })
  const known = build('p', { class: 'hint' })
  const hint = build('p', { class: 'hint' })
  // What changes its width stands below what is clicked: nothing moves away under the pointer.
  root.append(
    build(
      'div',
      { class: 'item', role: 'group', 'aria-label': 'Judge this listing' },
      build('div', { class: 'choices' }, ...choiceButtons.map(({ element }) => element), note),
      build('div', { class: 'choices' }, state, undo, screenshot, evidence, evidenceAction),
      known,
      hint,
    ),
  )

  function draw(): void {
    if (!place) return
    const { comId } = place.listing
    const view = store.view(comId)
    const look = lookOf(view)
    const judgement = judgementOf(view)
    const current = judgement ? actionOf(judgement) : null
    for (const { action, label, element } of choiceButtons) {
      const isCurrent = action === current && view.phase === 'judged'
      element.setAttribute('aria-pressed', String(isCurrent))
      element.setAttribute('aria-label', choiceName(action, label, isCurrent, place.listing.title))
      element.disabled = view.phase === 'saving'
    }
    const words =
      view.phase === 'judged'
        ? capitalised(judgementDone(view.state))
        : view.phase === 'unjudged'
          ? 'Not judged'
          : viewLabel(view).long
    const missing = missingScreenshotWords(view)
    const text = `${missing ? `${words} · ${missing}` : words}${warningWords(view)}`
    if (state.textContent !== text) state.replaceChildren(icon(look.icon), text)
    state.className = `state ${look.tone}`
    screenshot.hidden = missing === null || missing !== 'no screenshot yet'
    undo.hidden = !canUndo(comId)
    drawEvidence(evidenceOf(comId))
    const whyUp = view.phase === 'judged' ? view.state.filed?.whyUp : null
    known.textContent = [...knownWords(view), ...(whyUp ? [whyUpWords(whyUp)] : [])].join('\n')
    known.hidden = known.textContent === ''
    note.textContent = judgement?.note ? 'Edit note…' : 'Note…'
    hint.textContent = view.phase === 'failed' ? view.failure.message : (judgement?.note ?? '')
    hint.hidden = hint.textContent === ''
  }

  function drawEvidence(line: EvidenceLine | null): void {
    evidence.hidden = line === null
    // Set only where it changed: a screen reader would say it again.
    if (line && evidence.textContent !== line.text) evidence.textContent = line.text
    evidenceAction.hidden = !line?.action
    evidenceAction.textContent = line?.action?.label ?? ''
    evidenceAction.dataset.do = line?.action?.does ?? ''
  }

  return {
    reconcile(wanted) {
      if (!wanted) {
        place = null
        host.remove()
        return
      }
      const stands = place?.listing.comId === wanted.listing.comId && isAt(host, wanted)
      place = wanted
      if (!stands) {
        shownSinceMs = performance.now()
        if (!isAt(host, wanted)) wanted.anchor.after(host)
      }
      draw()
    },
    hasLost: () => place !== null && !isAt(host, place),
    listing: () => place?.listing ?? null,
    draw,
  }
}

/** Begins with, or holds, what is seen on the button. */
function choiceName(action: ListingAction, label: string, isCurrent: boolean, title: string): string {
  if (action !== 'trademark' && action !== 'copyright' && action !== 'patent') return `${label}: ${title}`
  const { right } = ipTypeWords[action]
  return isCurrent ? `${label}: flagged as ${right}: ${title}` : `Flag as ${right} infringement: ${title}`
}

const isAt = (host: Element, { anchor }: ItemPlace) =>
  host.isConnected && host.previousElementSibling === anchor

function actionOf({
  verdict,
  ipType,
}: {
  verdict: string
  ipType: ListingAction | null
}): ListingAction | null {
  if (verdict === 'infringing') return ipType
  return verdict === 'suspicious' ? 'later' : (verdict as 'genuine' | 'out-of-scope')
}
