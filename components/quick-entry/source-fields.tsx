import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextAreaField } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { words } from './words.ts'

/** A longer text is read without standing in the field, where drawing it would stop the page. */
const maxShownChars = 20_000

interface SourceFieldsProps {
  isBusy: boolean
  onText(text: string): void
  onFile(file: File): void
}

/** Where a list comes from: pasted, typed, or a file. What is pasted into the empty field is read at once. */
export function SourceFields({ isBusy, onText, onFile }: SourceFieldsProps) {
  const [text, setText] = useState('')
  return (
    <div className="flex flex-col gap-3">
      <TextAreaField
        label={words.paste}
        hint={words.pasteHint}
        rows={5}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (text.length + pasted.length <= maxShownChars) {
            if (text.trim() === '' && pasted.trim() !== '') onText(pasted)
            return
          }
          event.preventDefault()
          onText(text.trim() === '' ? pasted : `${text}\n${pasted}`)
          setText('')
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" disabled={isBusy || text.trim() === ''} onClick={() => onText(text)}>
          {words.read}
        </Button>
        <div className="min-w-0 flex-1 basis-80">
          <FileDrop
            label={words.file}
            shown={words.fileShown}
            hint={words.fileHint}
            multiple={false}
            accept=".txt,.csv,.tsv,.xlsx"
            isBusy={isBusy}
            onFiles={([file]) => file && onFile(file)}
          />
        </div>
      </div>
    </div>
  )
}
