import { useEffect, useState } from 'react'

/** Address of a stored picture for an `img`, or null until it was read; `'gone'` where it is not stored. */
export function usePictureUrl(
  read: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>,
  picture: { sha256: string; mediaType: string } | null,
): string | 'gone' | null {
  const [url, setUrl] = useState<string | null>(null)
  const { sha256, mediaType } = picture ?? {}
  useEffect(() => {
    if (sha256 === undefined) return
    let isLeft = false
    let made: string | null = null
    read(sha256).then(
      (bytes) => {
        if (isLeft) return
        made = bytes ? URL.createObjectURL(new Blob([bytes], { type: mediaType ?? '' })) : null
        setUrl(made ?? 'gone')
      },
      () => !isLeft && setUrl('gone'),
    )
    return () => {
      isLeft = true
      setUrl(null)
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [read, sha256, mediaType])
  return url
}
