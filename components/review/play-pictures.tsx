import { ImageOff } from 'lucide-react'
import type { ListingPicture } from '../../lib/complaints/complaint-reader.ts'
import { StoredPicture } from '../complaints/stored-picture.tsx'
import { Thumbnail } from '../queue/thumbnail.tsx'
import { classNames } from '../ui/class-names.ts'
import type { ReviewServices } from './services.ts'
import { words } from './words.ts'

interface PlayPicturesProps {
  /** Undefined while they are read. */
  pictures: readonly ListingPicture[] | undefined
  chosen: number
  onChoose(at: number): void
  read: ReviewServices['readBytes']
  /** What the shop shows now: where nothing is stored. */
  imageUrl: string | null
}

/** The stored pictures of a listing, those of the product before the screenshots: one large, all small. */
export function PlayPictures({ pictures, chosen, onChoose, read, imageUrl }: PlayPicturesProps) {
  const shown = pictures?.[chosen]
  const nameOf = (picture: ListingPicture, at: number) =>
    words.picture(words.pictureKind[picture.kind], at + 1, pictures?.length ?? 0)
  return (
    <section aria-label={words.pictures} className="flex min-w-0 flex-col gap-2">
      <div className="flex h-[clamp(16rem,58vh,46rem)] items-center justify-center overflow-hidden rounded-lg border border-line bg-sunken">
        {shown && (
          <StoredPicture
            key={shown.sha256}
            read={read}
            picture={shown}
            alt={nameOf(shown, chosen)}
            className="size-full object-contain"
          />
        )}
        {pictures?.length === 0 && (
          <div className="flex flex-col items-center gap-2 p-6 text-center text-ink-soft">
            {imageUrl === null ? <ImageOff size={28} aria-hidden /> : <Thumbnail imageUrl={imageUrl} />}
            <p>{words.noPictures}</p>
          </div>
        )}
      </div>
      {pictures && pictures.length > 0 && (
        <ul className="flex gap-1.5 overflow-x-auto p-0.5">
          {pictures.map((picture, at) => (
            <li key={picture.sha256} className="shrink-0">
              <button
                type="button"
                aria-label={nameOf(picture, at)}
                aria-pressed={at === chosen}
                onClick={() => onChoose(at)}
                className={classNames(
                  'flex h-14 w-18 items-center justify-center overflow-hidden rounded-md border-2 bg-sunken',
                  at === chosen ? 'border-accent' : 'border-line',
                )}
              >
                <StoredPicture read={read} picture={picture} alt="" className="size-full object-cover" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
