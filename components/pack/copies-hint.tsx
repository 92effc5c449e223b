import { useEffect, useState } from 'react'
import { restoreWords as words } from './restore-words.ts'

/** Where the second copies are, for where nothing else can be read; nothing where none were chosen. */
export function CopiesHint({ placeName }: { placeName(): Promise<string | null> }) {
  const [place, setPlace] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    void placeName().then((name) => !isGone && setPlace(name))
    return () => {
      isGone = true
    }
  }, [placeName])
  return place === null ? null : <p className="mt-1">{words.copiesIn(place)}</p>
}
