import {
  BadgeCheck,
  CalendarClock,
  ChartColumn,
  CircleHelp,
  Files,
  ListChecks,
  Settings,
  ShieldCheck,
  Store,
} from 'lucide-react'
import { words } from '../../components/dashboard/words.ts'
import type { FramePlace } from '../../components/ui/page-frame.tsx'
import type { Route } from './route.ts'

const review: FramePlace = { name: words.review, hash: '#/review', icon: <ListChecks size={15} /> }
const complaints: FramePlace = { name: words.complaints, hash: '#/complaints', icon: <Files size={15} /> }
const followUp: FramePlace = { name: words.followUp, hash: '#/follow-up', icon: <CalendarClock size={15} /> }
const evidence: FramePlace = { name: words.evidence, hash: '#/evidence', icon: <ShieldCheck size={15} /> }
const rights: FramePlace = { name: words.rights, hash: '#/rights', icon: <BadgeCheck size={15} /> }
const sellers: FramePlace = { name: words.sellers, hash: '#/sellers', icon: <Store size={15} /> }
const insights: FramePlace = { name: words.insights, hash: '#/insights', icon: <ChartColumn size={15} /> }
const settings: FramePlace = { name: words.settings, hash: '#/settings', icon: <Settings size={15} /> }
const help: FramePlace = { name: words.help, hash: '#/welcome', icon: <CircleHelp size={15} /> }

/** Where the navigation leads, in its order. */
export const places = [review, complaints, followUp, evidence, rights, sellers, insights, settings, help]

/** The place that a page belongs to. */
export const placeOf: Record<Route['page'], FramePlace | null> = {
  welcome: help,
  settings,
  import: evidence,
  restore: evidence,
  review,
  backup: settings,
  'restore-backup': settings,
  'data-export': settings,
  complaints,
  complaint: complaints,
  comparison: complaints,
  packs: complaints,
  'quick-entry': complaints,
  'follow-up': followUp,
  rights,
  sellers,
  insights,
  captures: evidence,
  capture: evidence,
  storage: evidence,
  export: null,
  evidence: null,
  unknown: null,
}
