import { useCallback, useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Result } from '../../lib/core/result.ts'
import type { TimeStamp } from '../../lib/evidence/time-stamp/time-stamp.ts'
import {
  parseTsaUrl,
  type TimeStampSettings,
  type TimeStampTry,
} from '../../lib/evidence/time-stamp/time-stamp-settings.ts'
import { words } from './time-stamp-words.ts'

/** How time stamps stand. */
export interface TimeStampOverview {
  settings: TimeStampSettings
  /** Whether the browser lets Docket ask the address; true while it is off. */
  isAllowed: boolean
  lastTry: TimeStampTry | null
  lastStamp: TimeStamp | null
}

/** What the settings of time stamps need of the world around them. */
export interface TimeStampServices {
  read(): Promise<TimeStampOverview>
  /** Asks the person for the browser's permission; must be called first thing in a click. */
  requestPermission(url: string): Promise<boolean>
  turnOn(url: string): Promise<void>
  turnOff(): Promise<void>
  stampNow(): Promise<Result<Pick<TimeStamp, 'ledgerSeq'>>>
}

/** What came of the last click. */
export interface Said {
  tone: 'good' | 'danger'
  text: string
}

export type Busy = 'reading' | 'asking' | 'stamping' | 'working'

/** The state of the section, and what its buttons do. */
export function useTimeStamps(services: TimeStampServices) {
  const [overview, setOverview] = useState<TimeStampOverview | null>(null)
  const [busy, setBusy] = useState<Busy | null>('reading')
  const [said, setSaid] = useState<Said | null>(null)
  const [address, setAddress] = useState('')

  const attempt = useCallback(
    async (step: Busy, act: () => Promise<Said | null>) => {
      setBusy(step)
      try {
        const outcome = await act()
        setOverview(await services.read())
        setSaid(outcome)
      } catch (error) {
        setSaid({ tone: 'danger', text: failureFrom(error, 'changing the settings').message })
      }
      setBusy(null)
    },
    [services],
  )

  useEffect(() => {
    let isGone = false
    services.read().then(
      (stored) => {
        if (isGone) return
        setOverview(stored)
        setAddress(stored.settings.url ?? '')
        setBusy(null)
      },
      (error: unknown) => {
        if (isGone) return
        setSaid({ tone: 'danger', text: failureFrom(error, 'reading the settings').message })
        setBusy(null)
      },
    )
    return () => {
      isGone = true
    }
  }, [services])

  const turnOn = () => {
    const url = parseTsaUrl(address)
    if (!url.ok) return setSaid({ tone: 'danger', text: url.error.message })
    // First the request: browsers ask only within the click itself.
    const answer = services.requestPermission(url.value)
    setAddress(url.value)
    void attempt('asking', async () => {
      if (!(await answer)) return { tone: 'danger', text: words.refused }
      await services.turnOn(url.value)
      return { tone: 'good', text: words.turnedOn(new URL(url.value).host) }
    })
  }

  const turnOff = () =>
    void attempt('working', async () => {
      await services.turnOff()
      return { tone: 'good', text: words.turnedOff }
    })

  const stampNow = () =>
    void attempt('stamping', async () => {
      const stamped = await services.stampNow()
      return stamped.ok
        ? { tone: 'good', text: words.stamped(stamped.value.ledgerSeq) }
        : { tone: 'danger', text: stamped.error.message }
    })

  return { overview, busy, said, address, setAddress, turnOn, turnOff, stampNow }
}
