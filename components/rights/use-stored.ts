import { useEffect, useState } from 'react'

/** Reads something once; what reading throws is thrown to the page. Undefined while it is read. */
export function useStored<T>(read: () => Promise<T>): T | undefined {
  const [state, setState] = useState<{ value: T } | null>(null)
  const [thrown, setThrown] = useState<{ error: unknown } | null>(null)
  useEffect(() => {
    let isGone = false
    read().then(
      (value) => !isGone && setState({ value }),
      (error: unknown) => !isGone && setThrown({ error }),
    )
    return () => {
      isGone = true
    }
  }, [read])
  if (thrown) throw thrown.error
  return state?.value
}
