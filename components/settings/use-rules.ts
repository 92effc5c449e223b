import { useCallback, useEffect, useRef, useState } from 'react'
import type { PortalRules } from '../../lib/complaints/portal-rules.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { words } from './rules-words.ts'

interface Said {
  tone: 'good' | 'danger'
  text: string
  canUndo: boolean
}

interface ReadRules {
  /** Null where what is stored cannot be read. */
  rules: PortalRules | null
  isEdited: boolean
}

/** The stored rules, and what the section's buttons do. */
export function useRules(store: PortalRulesStore) {
  const [read, setRead] = useState<ReadRules | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const former = useRef<ReadRules | null>(null)

  const load = useCallback(async () => {
    try {
      setRead(await store.read())
    } catch (error) {
      // Restoring is what mends it.
      setRead({ rules: null, isEdited: true })
      setSaid({ tone: 'danger', text: failureFrom(error, 'reading the rules').message, canUndo: false })
    }
  }, [store])
  useEffect(() => void load(), [load])

  const change = async (act: () => Promise<void>, text: string, canUndo: boolean) => {
    try {
      const before = read
      await act()
      await load()
      former.current = canUndo ? before : null
      setSaid({ tone: 'good', text, canUndo: canUndo && before?.rules != null })
    } catch (error) {
      setSaid({ tone: 'danger', text: failureFrom(error, 'changing the rules').message, canUndo: false })
    }
  }
  return {
    read,
    said,
    save: (rules: PortalRules) => void change(() => store.save(rules), words.saved, true),
    restore: () => void change(() => store.restore(), words.restored, true),
    undo: () => {
      const before = former.current
      if (!before?.rules) return
      const { rules, isEdited } = before
      void change(() => (isEdited ? store.save(rules) : store.restore()), words.undone, false)
    },
  }
}
