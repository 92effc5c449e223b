import { ImageOff } from 'lucide-react'
import { usePictureUrl } from './use-picture-url.ts'

interface StoredPictureProps {
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  picture: { sha256: string; mediaType: string }
  alt: string
  className?: string
}

/** A picture from the storage; a sign where its bytes are gone. */
export function StoredPicture({ read, picture, alt, className }: StoredPictureProps) {
  const url = usePictureUrl(read, picture)
  if (url === 'gone') return <ImageOff size={20} aria-label={alt} role="img" className="text-line-strong" />
  if (url === null) return null
  return <img src={url} alt={alt} className={className} draggable={false} />
}
