import { useId } from 'react'

interface ChooseFilesProps {
  /** Label of the field for a whole folder; without it there is none. */
  folderLabel?: string
  filesLabel: string
  /** E.g. ".zip". */
  accept: string
  onChosen(files: File[]): void
}

/** The browser's own fields for choosing files, so that no permission is needed. */
export function ChooseFiles({ folderLabel, filesLabel, accept, onChosen }: ChooseFilesProps) {
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3">
      {folderLabel !== undefined && <FileField label={folderLabel} isFolder onChosen={onChosen} />}
      <FileField label={filesLabel} accept={accept} onChosen={onChosen} />
    </div>
  )
}

interface FileFieldProps {
  label: string
  isFolder?: boolean
  accept?: string
  onChosen(files: File[]): void
}

function FileField({ label, isFolder = false, accept, onChosen }: FileFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        // React has no property for choosing a folder.
        ref={(field) => void field?.toggleAttribute('webkitdirectory', isFolder)}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same files may be chosen again, after something was changed about them.
          currentTarget.value = ''
          if (files.length > 0) onChosen(files)
        }}
        className="max-w-full text-ink-soft file:me-3 file:h-8 file:rounded-md file:border file:border-line file:bg-raised file:px-3 file:font-medium file:text-ink hover:file:bg-hover"
      />
    </div>
  )
}
