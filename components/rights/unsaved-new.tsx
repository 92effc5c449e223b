import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { type BegunDraft, begunDrafts } from './draft-store.ts'
import { dropFiles, hashesIn } from './drop-files.ts'
import { rightsHash } from './rights-view.ts'
import { useRightsServices } from './services.ts'
import { words } from './words.ts'

/** What was begun and never saved, with the way back to it. */
export function UnsavedNew() {
  const services = useRightsServices()
  const { drafts } = services
  const [begun, setBegun] = useState(() => begunDrafts(drafts.names()))
  if (begun.length === 0) return null
  const discard = ({ name }: BegunDraft) => {
    const named = hashesIn(drafts.read(name))
    drafts.remove(name)
    setBegun(begunDrafts(drafts.names()))
    void dropFiles(services, named)
  }
  return (
    <Notice tone="warn">
      <ul className="flex flex-col gap-1">
        {begun.map((draft) => (
          <li key={draft.name} className="flex flex-wrap items-center gap-x-3">
            <span>
              {draft.kind === 'holder' ? words.list.unsavedNewHolder : words.list.unsavedNew(draft.ipType)}
            </span>
            <a href={hashOf(draft)} className="font-medium underline">
              {words.list.goOn}
            </a>
            <Button size="small" look="quiet" onClick={() => discard(draft)}>
              {words.leave.discard}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const hashOf = (draft: BegunDraft): string =>
  draft.kind === 'holder'
    ? rightsHash({ view: 'holder', holderId: draft.id, field: null, isNew: true })
    : rightsHash({ view: 'right', rightId: draft.id, field: null, newType: draft.ipType })
