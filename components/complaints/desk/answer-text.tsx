import { useEffect, useRef, useState } from 'react'
import { changeAnswer } from '../../../lib/complaints/enter-follow-up.ts'
import type { FollowUp } from '../../../lib/complaints/follow-up.ts'
import { TextAreaField } from '../../ui/field.tsx'
import { useDeskActs } from './desk-acts.ts'
import type { DeskServices } from './services.ts'
import { deskWords as words } from './words.ts'

const saveAfterMs = 300

/** The text of an answer: shown at once, stored a moment later and when the desk is left. */
export function AnswerText({ services, followUp }: { services: DeskServices; followUp: FollowUp }) {
  const { fail, show } = useDeskActs()
  const [text, setText] = useState(followUp.answer)
  const { followUpId } = followUp
  const unsaved = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = async () => {
    clearTimeout(timer.current)
    const answer = unsaved.current
    if (answer === null) return
    unsaved.current = null
    try {
      const outcome = await changeAnswer(services, followUpId, { answer })
      if (!outcome.ok) show({ text: outcome.error.message, tone: 'danger' })
    } catch (error) {
      fail(error, 'storing the answer')
    }
  }
  const newest = useRef(flush)
  newest.current = flush
  useEffect(() => {
    const leave = () => void newest.current()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return (
    <TextAreaField
      label={words.answerText}
      hint={words.answerHint}
      rows={5}
      value={text}
      onBlur={() => void flush()}
      onChange={(event) => {
        setText(event.target.value)
        unsaved.current = event.target.value
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void newest.current(), saveAfterMs)
      }}
    />
  )
}
