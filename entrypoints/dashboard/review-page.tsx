import { useMemo } from 'react'
import { browser } from 'wxt/browser'
import { PlayScreen } from '../../components/review/play-screen.tsx'
import { ReviewScreen } from '../../components/review/review-screen.tsx'
import { playHash, type ReviewView, reviewHash } from '../../components/review/review-view.ts'
import type { DoneInReview, ReviewServices } from '../../components/review/services.ts'
import { sellerHash } from '../../components/sellers/sellers-view.ts'
import { systemClock } from '../../lib/core/clock.ts'
import { tellBackground } from '../../lib/messaging/tell-background.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieComplaintReader } from '../../lib/storage/dexie-complaint-reader.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import { dexieLineOutcomes } from '../../lib/storage/dexie-line-outcomes.ts'
import { dexiePortalRules } from '../../lib/storage/dexie-portal-rules.ts'
import {
  dexiePlayStore,
  dexieReviewMarks,
  dexieReviewReader,
  dexieReviewSettings,
} from '../../lib/storage/dexie-review.ts'
import { dexieRightsRepo } from '../../lib/storage/dexie-rights-repo.ts'
import { dexieSellerIndex } from '../../lib/storage/dexie-seller-index.ts'
import { dexieSellerReader } from '../../lib/storage/dexie-seller-reader.ts'
import { captureHash } from './route.ts'

/** What was done since the page was opened: going to another place and back leaves it. */
const history: DoneInReview[] = []

/** Joins review to database, background and browser. */
const reviewServices = (database: DocketDatabase): ReviewServices => ({
  reader: dexieReviewReader(database),
  repo: dexieFlagRepo(database),
  marks: dexieReviewMarks(database),
  clock: systemClock,
  play: dexiePlayStore(database),
  settings: dexieReviewSettings(database),
  history,
  listings: dexieComplaintReader(database),
  rights: dexieRightsRepo(database),
  rules: dexiePortalRules(database),
  sellers: dexieSellerReader(database, dexieLineOutcomes(database)),
  index: dexieSellerIndex(database),
  readBytes: dexieEvidenceRepo(database).readBytes,
  readOnlyBecause: database.readOnlyBecause,
  queueChanged: () => tellBackground('queue.changed', {}),
  openUrl: (url) => void browser.tabs.create({ url }),
  keepFilter: (filter) => window.history.replaceState(null, '', reviewHash(filter)),
  addresses: {
    play: playHash,
    capture: (captureId) => captureHash(captureId),
    seller: sellerHash,
    rights: '#/rights',
    quickEntry: '#/quick-entry',
  },
})

export function ReviewPage({ database, view }: { database: DocketDatabase; view: ReviewView }) {
  const services = useMemo(() => reviewServices(database), [database])
  if (view.view === 'play') return <PlayScreen services={services} />
  return <ReviewScreen key={reviewHash(view.filter)} services={services} filter={view.filter} />
}
