import { useEffect, useState } from 'react'
import type { Clock } from '../../lib/core/clock.ts'

/** The wall clock in milliseconds, renewed every minute: "5 min. ago" must not stand still. */
export function useMinute(clock: Clock): number {
  const [nowMs, setNowMs] = useState(() => clock().wallMs)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock().wallMs), 60_000)
    return () => clearInterval(timer)
  }, [clock])
  return nowMs
}
