/**
 * False for what is hidden: closed dialogs stay in the document. Without layout (a saved page) inline styles
 * decide.
 */
export function isShown(element: HTMLElement): boolean {
  for (let node: HTMLElement | null = element; node; node = node.parentElement)
    if (node.hidden || node.style.display === 'none' || node.style.visibility === 'hidden') return false
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true
}
