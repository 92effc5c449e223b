import { browser } from 'wxt/browser'
import type { ComparisonExport, ComplaintServices } from '../../components/complaints/services.ts'
import { drawComparison } from '../../lib/browser/draw-comparison.ts'
import { openFilingDesk } from '../../lib/browser/open-filing-desk.ts'
import { canvasPictureDrawer } from '../../lib/browser/picture-drawer.ts'
import { writePrivateFile } from '../../lib/browser/private-file.ts'
import { saveDownload } from '../../lib/browser/save-download.ts'
import { writePaper } from '../../lib/browser/write-pdf.ts'
import type { PortalRulesStore } from '../../lib/complaints/portal-rules-store.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { ExpectedError } from '../../lib/core/expected-error.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import { comparisonPaper } from '../../lib/pack/complaint-pack/comparison-paper.ts'
import { calendarDateOf } from '../../lib/rights/expiry.ts'
import type { CalendarDate } from '../../lib/rights/right.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieComplaintReader } from '../../lib/storage/dexie-complaint-reader.ts'
import { dexieComplaintRepo } from '../../lib/storage/dexie-complaint-repo.ts'
import { dexieDeskStore } from '../../lib/storage/dexie-desk-store.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieOperatorName } from '../../lib/storage/dexie-operator-name.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { dexieTemplates } from '../../lib/storage/dexie-templates.ts'

/** Joins the pages about complaints to database, background and browser. */
export function complaintServices(database: DocketDatabase): ComplaintServices {
  const { readBytes } = dexieEvidenceRepo(database)
  return {
    reader: dexieComplaintReader(database),
    repo: dexieComplaintRepo(database),
    flags: dexieFlagRepo(database),
    rights: dexieRightsRepo(database),
    rules: dexiePortalRules(database),
    templates: dexieTemplates(database),
    clock: systemClock,
    readBytes,
    operatorName: () => dexieOperatorName(database).read(),
    queueChanged: () => tellBackground('queue.changed', {}),
    openUrl: (url) => void browser.tabs.create({ url }),
    openDesk: async (complaintId) => {
      // Not waited for: a browser opens the panel only while it handles the click itself.
      const putting = dexieDeskStore(database).putOnDesk(complaintId)
      await openFilingDesk()
      await putting
    },
    async exportComparison(name, kind, comparison) {
      const drawn = await drawStoredComparison(readBytes, comparison)
      await saveBlob(kind === 'png' ? drawn : await comparisonPdf(comparison.comId, drawn, comparison), name)
    },
  }
}

/** @throws ExpectedError `picture-gone`, and as `drawComparison`. */
export async function drawStoredComparison(
  readBytes: ComplaintServices['readBytes'],
  { genuine, listing, differences, captions, facts }: ComparisonExport,
): Promise<Blob> {
  const blobOf = async ({ sha256, mediaType }: typeof genuine | typeof listing) => {
    const bytes = await readBytes(sha256)
    if (bytes) return new Blob([bytes], { type: mediaType })
    throw new ExpectedError('picture-gone', 'One of the pictures is not stored any more. Choose another one.')
  }
  return drawComparison({
    genuine: await blobOf(genuine),
    listing: await blobOf(listing),
    differences,
    captions,
    facts,
  })
}

/** Saves in the downloads folder; in memory no download may lie. */
export async function saveBlob(blob: Blob, name: string): Promise<void> {
  const { file, remove } = await writePrivateFile(blob.stream(), blob.type)
  try {
    await saveDownload(file, name)
  } finally {
    await remove()
  }
}

/** As sharp as paper shows it. */
const onPaper = { maxWidth: 2000, maxHeight: 2000 }

async function comparisonPdf(
  comId: string,
  drawn: Blob,
  { differences, facts }: Pick<ComparisonExport, 'differences' | 'facts'>,
): Promise<Blob> {
  const bytes = new Uint8Array(await drawn.arrayBuffer())
  const open = await canvasPictureDrawer.open(bytes, drawn.type)
  try {
    const picture = await open.reduced(onPaper)
    const pdf = await writePaper({
      ...comparisonPaper({ comId, picture, differences, facts }),
      footer: `Comparison of item ${comId}`,
      docketVersion: browser.runtime.getManifest().version,
      madeAtMs: systemClock().wallMs,
    })
    return new Blob([pdf], { type: 'application/pdf' })
  } finally {
    open.close()
  }
}

/** Joins the settings of the portals' rules to the database, which is opened only when it is needed. */
export const rulesServices = (database: () => Promise<DocketDatabase>): PortalRulesStore => ({
  read: async () => dexiePortalRules(await database()).read(),
  save: async (rules) => dexiePortalRules(await database()).save(rules),
  restore: async () => dexiePortalRules(await database()).restore(),
})

/** The date where the person is. */
export function calendarToday(): CalendarDate {
  const { wallMs, offsetMinutes } = systemClock()
  return calendarDateOf(wallMs, offsetMinutes)
}
