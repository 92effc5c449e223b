import { FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { words } from './backup-words.ts'
import { NoticeHeading } from './export-steps.tsx'
import { Fact, PackFacts } from './saved-pack.tsx'

/** A file that lies in the downloads folder. */
export interface SavedFile {
  downloadId: number
  path: string
  bytes: number
  /** Of the whole file. */
  sha256: string
}

interface SavedFileNoticeProps {
  title: string
  saved: SavedFile
  services: { showDownload(id: number): Promise<void> }
  /** What is in it. */
  children: ReactNode
}

/** That a file was saved, what is in it, and where it lies. */
export const SavedFileNotice = ({ title, saved, services, children }: SavedFileNoticeProps) => (
  <>
    <Notice tone="good">
      <div role="status">
        <NoticeHeading>{title}</NoticeHeading>
        <p>{children}</p>
      </div>
      <Button look="primary" className="mt-3" onClick={() => void services.showDownload(saved.downloadId)}>
        <FolderOpen size={15} aria-hidden />
        {words.showFile}
      </Button>
    </Notice>
    <PackFacts>
      <Fact name={words.savedAs}>{saved.path}</Fact>
      <Fact name={words.hash}>
        <code className="font-mono text-xs break-all">{saved.sha256}</code>
      </Fact>
    </PackFacts>
  </>
)
