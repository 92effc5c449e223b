import { Camera, FileArchive } from 'lucide-react'
import { PermissionChoice, type PermissionServices } from './permission-choice.tsx'
import { words } from './words.ts'

interface ScreenshotPermissionProps {
  permission: PermissionServices
  /** Whether the page is about it. */
  isMain: boolean
}

/** For screenshots by a click in the page. */
export const ScreenshotPermission = ({ permission, isMain }: ScreenshotPermissionProps) => (
  <PermissionChoice
    permission={permission}
    words={words.screenshots}
    icon={<Camera size={18} aria-hidden className="text-accent" />}
    isMain={isMain}
  />
)

/** For saving whole pages as MHTML. */
export const MhtmlPermission = ({ permission }: { permission: PermissionServices }) => (
  <PermissionChoice
    permission={permission}
    words={words.mhtml}
    icon={<FileArchive size={18} aria-hidden className="text-accent" />}
    isMain={false}
  />
)
