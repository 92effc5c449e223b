import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { keepDocument } from '../../lib/rights/keep-document.ts'
import type { DocumentRef, DocumentType } from '../../lib/rights/right-document.ts'
import { useRightsServices } from './services.ts'
import { words } from './words.ts'

/** Adding and viewing files in a form: what is refused is said beside the field. */
export function useDocuments(accepted?: readonly DocumentType[]) {
  const { repo, clock, openFile } = useRightsServices()
  const [isBusy, setBusy] = useState(false)
  const [failures, setFailures] = useState<string[]>([])
  const [said, setSaid] = useState('')

  /** Stores the files; those that are no document, or are there already, are said and left out. */
  async function keep(files: readonly File[], present: readonly DocumentRef[]): Promise<DocumentRef[]> {
    setBusy(true)
    setFailures([])
    setSaid(words.form.adding)
    const kept: DocumentRef[] = []
    const problems: string[] = []
    for (const file of files) {
      try {
        const result = await keepDocument(repo, file, clock().wallMs, accepted)
        if (!result.ok) problems.push(result.error.message)
        else if ([...present, ...kept].some(({ sha256 }) => sha256 === result.value.sha256)) {
          problems.push(words.form.alreadyThere(result.value.name))
        } else kept.push(result.value)
      } catch (error) {
        problems.push(failureFrom(error, `adding ${file.name}`).message)
      }
    }
    setBusy(false)
    setFailures(problems)
    setSaid(kept.length > 0 ? words.form.added(kept.length) : '')
    return kept
  }

  async function view({ sha256, name, mediaType }: DocumentRef): Promise<void> {
    try {
      const bytes = await repo.readFile(sha256)
      if (bytes) openFile(new Blob([bytes], { type: mediaType }))
      else setFailures([words.form.fileGone(name)])
    } catch (error) {
      setFailures([failureFrom(error, `reading ${name}`).message])
    }
  }

  return { isBusy, failures, said, keep, view }
}
