/** Below this the person may not have seen what was clicked (the threshold that password managers chose). */
const minOpacity = 0.7

/** Nobody decides within so few milliseconds of a control's appearing under the pointer. */
const minShownMs = 200

/**
 * True where a click on a control is a person's decision: made by a person's hand on a control that is
 * really visible. A page may fade, shrink, cover or move our hosts to make somebody click what he cannot see.
 */
export function isPersonsClick(
  event: Event,
  host: HTMLElement,
  element: HTMLElement,
  shownSinceMs: number,
): boolean {
  if (!event.isTrusted || event.timeStamp - shownSinceMs < minShownMs) return false
  const box = element.getBoundingClientRect()
  if (box.width < element.offsetWidth * 0.8 || box.height < element.offsetHeight * 0.8 || box.height < 12) {
    return false
  }
  if (opacityAround(host) < minOpacity) return false
  // Made by key or screen reader: it has no place, and a page cannot move the focus into a closed root.
  if (!(event instanceof MouseEvent) || event.detail === 0) return true
  return document.elementFromPoint(event.clientX, event.clientY) === host
}

/**
 * How much of what holds the host is seen. The host's own opacity is ours (its sheet is `!important`, which
 * the page cannot outdo): while a screenshot is taken it is 0 for a moment, and a click then is still meant.
 */
function opacityAround(host: HTMLElement): number {
  let opacity = 1
  for (let element = parentOf(host); element; element = parentOf(element)) {
    opacity *= Number(getComputedStyle(element).opacity)
  }
  return opacity
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
