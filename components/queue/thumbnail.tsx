import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { thumbnailUrl } from '../../lib/site/thumbnail-url.ts'

/** The listing's picture, from the site's own picture hosts only; a placeholder where there is none. */
export function Thumbnail({ imageUrl }: { imageUrl: string | null }) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null)
  const url = imageUrl === null ? null : thumbnailUrl(imageUrl)
  return (
    <span className="flex size-14 shrink-0 items-center justify-center overflow-hidden rounded-md border border-line bg-sunken">
      {url === null || url === failedUrl ? (
        <ImageOff size={18} aria-hidden className="text-line-strong" />
      ) : (
        <img
          src={url}
          alt=""
          width={56}
          height={56}
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailedUrl(url)}
          className="size-full object-cover"
        />
      )}
    </span>
  )
}
