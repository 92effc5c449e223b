import type { ReviewRow } from '../../lib/queue/review/review-reader.ts'
import { ChooseRightDialog } from '../complaints/choose-right-dialog.tsx'
import type { Known } from '../complaints/read-known.ts'
import { NoteDialog } from '../queue/note-dialog.tsx'
import { KeysDialog } from '../ui/keys-dialog.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { titleOf } from './review-words-of.tsx'
import { SkipDialog } from './skip-dialog.tsx'
import type { PlayActs } from './use-play-acts.ts'
import { words } from './words.ts'

export type PlayDialog =
  | { kind: 'keys' | 'note' | 'skip' | 'check' }
  /** `rightId`: what stands there first. */
  | { kind: 'right'; rightId: string | null }

interface PlayDialogsProps {
  dialog: PlayDialog | null
  row: ReviewRow | null
  known: Known | undefined
  acts: PlayActs
  onClose(): void
}

/** The one dialog that is open, if any. */
export function PlayDialogs({ dialog, row, known, acts, onClose }: PlayDialogsProps) {
  if (dialog?.kind === 'keys') {
    return (
      <KeysDialog
        title={words.keysTitle}
        closeLabel={words.close}
        keys={words.playKeys}
        note={words.playKeysNote}
        onClose={onClose}
      />
    )
  }
  if (!dialog || !row) return null
  switch (dialog.kind) {
    case 'note':
      return (
        <NoteDialog
          about={titleOf(row)}
          first={row.flag.note}
          onSave={(note) => void acts.saveNote(note)}
          onClose={onClose}
        />
      )
    case 'skip':
      return <SkipDialog onSkip={(reason, note) => void acts.skip(reason, note)} onClose={onClose} />
    case 'check':
      return (
        <CheckDialog firstName={acts.checker} onCheck={(check) => void acts.check(check)} onClose={onClose} />
      )
    case 'right':
      return known ? (
        <ChooseRightDialog
          many={1}
          known={known}
          first={{ rightId: dialog.rightId ?? '', reasonId: row.flag.reasonId ?? '' }}
          onChoose={(rightId, reasonId) => {
            const right = known.rightOf.get(rightId)
            if (right) void acts.chooseRight(right, reasonId)
            onClose()
          }}
          onClose={onClose}
        />
      ) : null
  }
}
