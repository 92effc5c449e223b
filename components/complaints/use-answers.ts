import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { changeComplaint } from '../../lib/complaints/change-complaint.ts'
import type { Complaint, ComplaintAnswers } from '../../lib/complaints/complaint.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { ComplaintServices } from './services.ts'

const saveAfterMs = 300

/**
 * The answers of a draft as the person types them: shown at once, stored a moment later and when the page is left.
 * `isSaved` is false while something typed is not stored yet.
 */
export function useAnswers(
  services: Pick<ComplaintServices, 'repo' | 'clock'>,
  complaint: Complaint,
  onFailure: (message: string) => void,
) {
  const { complaintId } = complaint
  const [typed, setTyped] = useState<Partial<ComplaintAnswers>>({})
  const unsaved = useRef<Partial<ComplaintAnswers> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [saving, setSaving] = useState(0)

  const flush = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current)
    const answers = unsaved.current
    if (!answers) return
    unsaved.current = null
    setSaving((many) => many + 1)
    try {
      const outcome = await changeComplaint(services, complaintId, { answers })
      if (!outcome.ok) onFailure(outcome.error.message)
    } catch (error) {
      onFailure(failureFrom(error, 'storing the complaint').message)
    }
    setSaving((many) => many - 1)
  }, [services, complaintId, onFailure])

  const change = useCallback(
    (answers: Partial<ComplaintAnswers>) => {
      unsaved.current = { ...unsaved.current, ...answers }
      setTyped((before) => ({ ...before, ...answers }))
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), saveAfterMs)
    },
    [flush],
  )
  /** What is stored counts again: it was changed by other means. */
  const forget = useCallback(() => setTyped({}), [])

  useEffect(() => {
    const leave = () => void flush()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [flush])

  const answers = useMemo(() => ({ ...complaint.answers, ...typed }), [complaint, typed])
  const isSaved = saving === 0 && JSON.stringify(answers) === JSON.stringify(complaint.answers)
  return { answers, change, flush, forget, isSaved }
}
