import { Archive } from 'lucide-react'
import { words } from '../pack/backup-words.ts'
import { SettingsSection } from './settings-section.tsx'

/** Leads to the pages of backups. */
export const BackupSection = () => (
  <SettingsSection
    title={words.sectionTitle}
    icon={<Archive size={18} aria-hidden />}
    lead={[words.sectionLead]}
  >
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      <a href="#/backup" className="text-accent underline">
        {words.make}
      </a>
      <a href="#/backup/restore" className="text-accent underline">
        {words.restore}
      </a>
      <a href="#/data-export" className="text-accent underline">
        {words.dataLink}
      </a>
    </p>
  </SettingsSection>
)
