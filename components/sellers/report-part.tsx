import { FileText, Table } from 'lucide-react'
import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { reportPaper } from '../../lib/sellers/report-paper.ts'
import type { SellerRecord } from '../../lib/sellers/seller-reader.ts'
import { sellerReport } from '../../lib/sellers/seller-report.ts'
import { writePack } from '../pack/write-pack.ts'
import { Button } from '../ui/button.tsx'
import type { ToastMessage } from '../ui/toast.tsx'
import { SellerSection } from './seller-section.tsx'
import type { SellersServices } from './services.ts'
import { words } from './words.ts'

interface ReportPartProps {
  services: SellersServices
  record: SellerRecord
  today: string
  show(message: ToastMessage): void
}

const kinds = {
  pdf: { ending: 'pdf', mediaType: 'application/pdf' },
  sheet: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const

/** Saves what is known of the seller, for escalation. */
export function ReportPart({ services, record, today, show }: ReportPartProps) {
  const [isBusy, setBusy] = useState(false)
  const bytesOf = async (kind: keyof typeof kinds) => {
    const report = sellerReport(record, await services.rules(), today)
    if (kind === 'sheet') return (await import('../../lib/sellers/report-sheet.ts')).reportSheet(report)
    return services.writePaper({
      ...reportPaper(report),
      docketVersion: services.version,
      madeAtMs: services.clock().wallMs,
    })
  }
  const save = async (kind: keyof typeof kinds) => {
    setBusy(true)
    try {
      const { ending, mediaType } = kinds[kind]
      const pack = await writePack(services, {
        name: `docket-seller-${record.seller.sellerId}-${today}.${ending}`,
        stream: new Blob([await bytesOf(kind)]).stream(),
        mediaType,
      })
      try {
        const { path } = await services.saveDownload(pack.file, pack.name)
        show({ text: words.reportSaved(path) })
      } finally {
        await pack.discard()
      }
    } catch (error) {
      show({ text: failureFrom(error, 'saving the report of a seller').message, tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <SellerSection title={words.reportTitle} hint={words.reportHint}>
      <div className="flex flex-wrap gap-2">
        <Button disabled={isBusy} onClick={() => void save('pdf')}>
          <FileText size={15} aria-hidden />
          {words.reportPdf}
        </Button>
        <Button disabled={isBusy} onClick={() => void save('sheet')}>
          <Table size={15} aria-hidden />
          {words.reportSheet}
        </Button>
      </div>
    </SellerSection>
  )
}
