import { useState } from 'react'
import type { ReadComplaint } from '../../../lib/complaints/complaint-reader.ts'
import type { ListingFacts } from '../../../lib/complaints/listing-facts.ts'
import { ExpectedError } from '../../../lib/core/expected-error.ts'
import { listingTitle } from '../complaint-names.ts'
import { useDeskActs } from './desk-acts.ts'
import type { DeskFileSource } from './desk-file.ts'
import { FileRow } from './file-row.tsx'
import type { DeskServices } from './services.ts'
import { deskWords as words } from './words.ts'

/** The newest screenshot of each listing, for forms that want to see them. Read only when they are asked for. */
export function ScreenshotsPart({
  services,
  lines,
}: {
  services: DeskServices
  lines: ReadComplaint['lines']
}) {
  const { show } = useDeskActs()
  const [isOpen, setOpen] = useState(false)
  const shot = lines.filter(({ facts }) => facts.screenshots > 0)
  if (shot.length === 0) return null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="text-xs font-medium">{words.screenshots(shot.length)}</summary>
      {isOpen && (
        <ul className="mt-1.5 flex max-h-96 flex-col gap-1.5 overflow-y-auto">
          {shot.map(({ line, facts }) => (
            <FileRow
              key={line.lineId}
              source={screenshotOf(services, facts)}
              dragsFiles={services.dragsFiles}
              kind={listingTitle(facts)}
              save={async ({ blob, name }) => {
                await services.saveFile(blob, name)
                show({ text: words.savedFile(name) })
              }}
            />
          ))}
        </ul>
      )}
    </details>
  )
}

const screenshotOf = (services: DeskServices, { comId }: ListingFacts): DeskFileSource => ({
  fileId: comId,
  name: `${comId}_1.png`,
  isPicture: true,
  bytes: null,
  async read() {
    const pictures = await services.reader.pictures(comId)
    const newest = pictures.find(({ kind }) => kind !== 'product-image')
    const bytes = newest && (await services.readBytes(newest.sha256))
    if (!newest || !bytes) throw new ExpectedError('file-gone', words.fileGone)
    return { blob: new Blob([bytes], { type: newest.mediaType }), name: `${comId}_1.png` }
  },
})
