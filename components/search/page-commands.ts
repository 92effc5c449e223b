/** Something that the page which is shown can do: one of its own controls. */
export interface PageCommand {
  name: string
  /** Does what a person does with the control: focuses a field, presses a button, follows a link. */
  run(): void
}

/** More are no list that a person looks through. */
const maxCommands = 60
const maxNameChars = 70

const controls =
  'button, a[href^="#"], [role=tab], select, textarea, input:not([type=checkbox], [type=radio], [type=file], [type=hidden])'

/** Rows of lists have controls of their own, the same in each. */
const rows = 'li, tr, [role=row], [role=option], [role=listitem], [role=dialog]'

/**
 * The commands of the page: the controls of its content that stand outside of rows, by their names. Read from what
 * is shown, so that no page has a command that the palette does not know, or the other way round.
 */
export function readPageCommands(content: ParentNode): PageCommand[] {
  const byName = new Map<string, PageCommand>()
  for (const control of content.querySelectorAll<HTMLElement>(controls)) {
    if (byName.size >= maxCommands) break
    const name = nameOf(control)
    if (name === '' || name.length > maxNameChars || byName.has(name) || !isUsable(control)) continue
    byName.set(name, { name, run: () => use(control.isConnected ? control : again(content, name)) })
  }
  return [...byName.values()]
}

/** The page was drawn anew meanwhile: its control of the same name. */
const again = (content: ParentNode, name: string): HTMLElement | null =>
  [...content.querySelectorAll<HTMLElement>(controls)].find(
    (control) => nameOf(control) === name && isUsable(control),
  ) ?? null

function isUsable(control: HTMLElement): boolean {
  if (control.matches(':disabled, [aria-disabled=true]')) return false
  if (control.closest(rows) && !control.closest('nav')) return false
  return control.checkVisibility({ visibilityProperty: true })
}

function nameOf(control: HTMLElement): string {
  const labels = 'labels' in control ? [...((control as HTMLInputElement).labels ?? [])] : []
  const label = labels.map(({ textContent }) => textContent).join(' ')
  // The options of a list are no name of it.
  const own = control.matches('select, textarea, input') ? '' : (control.textContent ?? '')
  return (control.getAttribute('aria-label') ?? (label.trim() || own)).replace(/\s+/g, ' ').trim()
}

function use(control: HTMLElement | null): void {
  if (!control) return
  control.focus()
  if (control.matches('select, textarea, input')) return
  // A menu opens by pointer or key: a click alone says nothing to it.
  if (control.getAttribute('aria-haspopup') === 'menu') {
    control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  } else control.click()
}
