import { ArrowDownToLine, ArrowUpFromLine, ChevronDown, FileArchive, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Holder, Right } from '../../lib/rights/right.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import type { ToastMessage } from '../ui/toast.tsx'
import { type ExportKind, exportRights } from './export-rights.ts'
import { useRightsServices } from './services.ts'
import { words } from './words.ts'

interface ExportMenuProps {
  isEmpty: boolean
  holders: Holder[]
  rights: Right[]
  show(message: ToastMessage): void
  onImport(): void
}

/** Import, and export as one of three kinds of file. */
export function ExportMenu({ isEmpty, holders, rights, show, onImport }: ExportMenuProps) {
  const services = useRightsServices()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const run = async (kind: ExportKind) => {
    setBusy(true)
    try {
      const { id, path } = await exportRights(services, kind, { holders, rights })
      const said = [words.exchange.exported(path), kind === 'zip' && words.exchange.exportedPrivate]
      show({
        text: said.filter(Boolean).join(' '),
        action: { label: words.exchange.show, run: () => void services.showDownload(id) },
      })
    } catch (error) {
      show({ text: failureFrom(error, 'exporting the rights').message, tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button onClick={onImport}>
        <ArrowDownToLine size={14} aria-hidden />
        {words.list.import}
      </Button>
      {!isEmpty && (
        <Menu
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <Button disabled={isBusy}>
              <ArrowUpFromLine size={14} aria-hidden />
              {isBusy ? words.exchange.exporting : words.list.export}
              <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem icon={<FileArchive size={15} />} onSelect={() => void run('zip')}>
            {words.list.exportZip}
          </MenuItem>
          <MenuItem icon={<FileSpreadsheet size={15} />} onSelect={() => void run('xlsx')}>
            {words.list.exportXlsx}
          </MenuItem>
          <MenuItem icon={<FileSpreadsheet size={15} />} onSelect={() => void run('csv')}>
            {words.list.exportCsv}
          </MenuItem>
        </Menu>
      )}
    </>
  )
}
