import { Download, FileText, ImageOff } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../../lib/core/expected-error.ts'
import { Button } from '../../ui/button.tsx'
import { draftWords } from '../draft-words.ts'
import { useDeskActs } from './desk-acts.ts'
import type { DeskFile, DeskFileSource } from './desk-file.ts'
import { deskWords as words } from './words.ts'

interface FileRowProps {
  source: DeskFileSource
  kind: string
  /** Pages get dragged files; else pictures alone, by the browser's own means, and file managers the rest. */
  dragsFiles: boolean
  /** Why the portal would not take it. */
  problem?: string | null
  save(file: DeskFile): Promise<void>
}

type Read = { state: 'ready'; file: DeskFile; url: string } | { state: 'failed'; why: string } | null

/** One file: a picture can be dragged out, everything can be saved. It is read once it comes into view. */
export function FileRow({ source, kind, dragsFiles, problem, save }: FileRowProps) {
  const { fail } = useDeskActs()
  const row = useRef<HTMLLIElement>(null)
  const read = useRead(source, row)
  const { name, isPicture, bytes } = source
  const saveIt = async () => {
    try {
      await save(read?.state === 'ready' ? read.file : await source.read())
    } catch (error) {
      fail(error, 'saving the file')
    }
  }
  const onDragStart = (event: DragEvent) => {
    if (read?.state !== 'ready') return event.preventDefault()
    const { file, url } = read
    event.dataTransfer.effectAllowed = 'copy'
    if (dragsFiles) {
      // The picture's address would stand beside it: dropped beside the form, it would take the form's place.
      event.dataTransfer.clearData()
      event.dataTransfer.items.add(new File([file.blob], file.name, { type: file.blob.type }))
      return
    }
    event.dataTransfer.setData('DownloadURL', `${file.blob.type}:${file.name}:${url}`)
  }
  return (
    <li ref={row} className="flex min-w-0 items-center gap-2 rounded-md border border-line bg-surface p-1.5">
      <span className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded bg-sunken">
        {read?.state === 'failed' && <ImageOff size={18} aria-hidden className="text-line-strong" />}
        {read?.state === 'ready' && isPicture && (
          <img
            src={read.url}
            alt={name}
            draggable
            onDragStart={onDragStart}
            className="size-full cursor-grab object-cover"
          />
        )}
        {read?.state === 'ready' && !isPicture && (
          // biome-ignore lint/a11y/noStaticElementInteractions: only dragging; the button beside it does the same by key
          <span draggable onDragStart={onDragStart} className="cursor-grab">
            <FileText size={22} aria-hidden className="text-ink-soft" />
          </span>
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate" title={name} dir="auto">
          {name}
        </span>
        <span className="block text-xs text-ink-soft tabular-nums">
          {kind}
          {bytes !== null && ` · ${draftWords.size(bytes)}`}
        </span>
        {problem && <span className="block text-xs text-warn">{problem}</span>}
        {read?.state === 'failed' && <span className="block text-xs text-danger">{read.why}</span>}
      </span>
      <Button size="small" aria-label={words.saveFile(name)} onClick={() => void saveIt()}>
        <Download size={13} aria-hidden />
        {words.save}
      </Button>
    </li>
  )
}

function useRead(source: DeskFileSource, row: { current: HTMLLIElement | null }): Read {
  const [read, setRead] = useState<Read>(null)
  const { fileId } = source
  const newest = useRef(source)
  newest.current = source
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew only for another file
  useEffect(() => {
    let url: string | null = null
    let isLeft = false
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      newest.current.read().then(
        (file) => {
          if (isLeft) return
          url = URL.createObjectURL(file.blob)
          setRead({ state: 'ready', file, url })
        },
        (error: unknown) =>
          !isLeft && setRead({ state: 'failed', why: failureFrom(error, 'reading a file').message }),
      )
    })
    if (row.current) watch.observe(row.current)
    return () => {
      isLeft = true
      watch.disconnect()
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [fileId, row])
  return read
}
