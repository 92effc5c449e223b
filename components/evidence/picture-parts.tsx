import { Crosshair } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Artefact, Capture, CaptureJob } from '../../lib/evidence/capture.ts'
import { artefactsOf } from '../../lib/evidence/seal/evidence-record.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { ZoomPicture } from '../ui/zoom-picture.tsx'
import { ArtefactFacts } from './artefact-facts.tsx'
import type { CaptureServices } from './capture-services.ts'
import { captureWords as words } from './capture-words.ts'
import { FailedFile } from './failed-file.tsx'
import { NotGathered } from './not-gathered.tsx'
import { Part } from './part.tsx'
import { type ArtefactState, isPicture, useArtefact } from './use-artefact.ts'

interface PicturePartsProps {
  services: CaptureServices
  capture: Capture
  job: CaptureJob
}

/** Every picture of a capture: what was in view, the full page, the pictures of the product. */
export function PictureParts({ services, capture, job }: PicturePartsProps) {
  const artefacts = artefactsOf(job)
  const ofKind = (kind: Artefact['kind']) => artefacts.filter((artefact) => artefact.kind === kind)
  const [viewport] = ofKind('viewport-screenshot')
  const fullPages = ofKind('full-page-screenshot')
  // Stored as they came; their names number them in the gallery's order.
  const products = ofKind('product-image').sort((one, other) => (one.name < other.name ? -1 : 1))
  const isOfItemPage = job.gathering !== 'none'
  return (
    <div className="flex flex-col gap-8">
      <Part title={words.viewport}>
        {viewport ? (
          <Viewport services={services} artefact={viewport} capture={capture} />
        ) : (
          <NotGathered job={job} part="viewport-screenshot" />
        )}
      </Part>
      {isOfItemPage && (
        <Part title={words.fullPage}>
          {fullPages.map((artefact) => (
            <FullPage key={artefact.name} services={services} artefact={artefact} />
          ))}
          {fullPages.length === 0 && <NotGathered job={job} part="full-page-screenshot" />}
        </Part>
      )}
      {isOfItemPage && (
        <Part title={words.products(products.length)}>
          {products.length === 0 ? (
            <NotGathered job={job} part="product-images" />
          ) : (
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
              {products.map((artefact, index) => (
                <ProductPicture
                  key={artefact.name}
                  services={services}
                  artefact={artefact}
                  index={index + 1}
                />
              ))}
            </ul>
          )}
        </Part>
      )}
    </div>
  )
}

interface PictureProps {
  services: CaptureServices
  artefact: Artefact
}

function Viewport({ services, artefact, capture }: PictureProps & { capture: Capture }) {
  const state = useArtefact(services, artefact)
  const { subject } = artefact
  const ratio = capture.sighting.viewport.pixelRatio
  // Among the cards of a results page nobody knows which one is meant.
  const [isMarked, setMarked] = useState(capture.listing === null)
  const mark = subject && {
    x: subject.x * ratio,
    y: subject.y * ratio,
    width: subject.width * ratio,
    height: subject.height * ratio,
  }
  return (
    <>
      <PictureOf state={state} artefact={artefact}>
        {(src) => (
          <ZoomPicture src={src} alt={words.viewportAlt} mark={isMarked ? mark : null} labels={words.zoom} />
        )}
      </PictureOf>
      {mark && state.step === 'ready' && (
        <Button size="small" look="quiet" className="self-start" onClick={() => setMarked(!isMarked)}>
          <Crosshair size={13} aria-hidden />
          {isMarked ? words.hideListing : words.showListing}
        </Button>
      )}
      <ArtefactFacts services={services} artefact={artefact} bytes={bytesOf(state)} />
    </>
  )
}

function FullPage({ services, artefact }: PictureProps) {
  const state = useArtefact(services, artefact)
  const [isOriginal, setOriginal] = useState(false)
  return (
    <>
      <PictureOf state={state} artefact={artefact}>
        {(src) => (
          <>
            <Button size="small" look="quiet" className="self-start" onClick={() => setOriginal(!isOriginal)}>
              {isOriginal ? words.fitWidth : words.originalSize}
            </Button>
            <section
              aria-label={words.fullPageAlt}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys, so keys must reach it
              tabIndex={0}
              className="max-h-[75vh] overflow-auto rounded-lg border border-line bg-sunken"
            >
              <img
                src={src}
                alt={words.fullPageAlt}
                className={classNames('mx-auto block', isOriginal ? 'max-w-none' : 'w-full')}
              />
            </section>
          </>
        )}
      </PictureOf>
      <ArtefactFacts services={services} artefact={artefact} bytes={bytesOf(state)} />
    </>
  )
}

function ProductPicture({ services, artefact, index }: PictureProps & { index: number }) {
  const place = useRef<HTMLLIElement>(null)
  const isInView = useIsSeen(place)
  const state = useArtefact(services, artefact, isInView)
  const [isOpen, setOpen] = useState(false)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const alt = words.productAlt(index)
  return (
    <li ref={place} className="min-h-40">
      <PictureOf state={state} artefact={artefact}>
        {(src) => (
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="block w-full overflow-hidden rounded-lg border border-line bg-sunken hover:border-line-strong"
          >
            <img
              src={src}
              alt={alt}
              onLoad={({ currentTarget }) =>
                setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
              }
              className="aspect-square w-full object-contain"
            />
            <span className="block py-1 text-center text-xs text-ink-soft tabular-nums">
              {size && words.dimensions(size.width, size.height)}
            </span>
          </button>
        )}
      </PictureOf>
      {isOpen && state.step === 'ready' && (
        <Dialog title={alt} closeLabel={words.close} isWide onClose={() => setOpen(false)}>
          <div className="flex flex-col gap-3 overflow-y-auto px-4 pb-4">
            <ZoomPicture src={state.url} alt={alt} labels={words.zoom} />
            <ArtefactFacts services={services} artefact={artefact} bytes={state.bytes} />
          </div>
        </Dialog>
      )}
    </li>
  )
}

interface PictureOfProps {
  state: ArtefactState
  artefact: Artefact
  children(src: string): React.ReactNode
}

/** The picture, or why it is not shown. */
function PictureOf({ state, artefact, children }: PictureOfProps) {
  if (state.step === 'reading') return <div className="min-h-40 rounded-lg bg-sunken" />
  if (state.step === 'failed') {
    return <FailedFile failure={state.failure} />
  }
  if (!isPicture(artefact)) return <Notice tone="plain">{words.notShown(artefact.mediaType)}</Notice>
  return children(state.url)
}

const bytesOf = (state: ArtefactState) => (state.step === 'ready' ? state.bytes : null)

/** True from the moment at which it comes near the window. */
function useIsSeen(place: React.RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (!place.current || isSeen) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '300px' },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place, isSeen])
  return isSeen
}
