import { CircleHelp, Settings, ShieldCheck } from 'lucide-react'
import type { FramePlace } from '../../components/ui/page-frame.tsx'
import type { Route } from './route.ts'
import { words } from './words.ts'

const evidence: FramePlace = { name: words.evidence, hash: '#/evidence', icon: <ShieldCheck size={15} /> }
const settings: FramePlace = { name: words.settings, hash: '#/settings', icon: <Settings size={15} /> }
const help: FramePlace = { name: words.help, hash: '#/welcome', icon: <CircleHelp size={15} /> }

/** Where the navigation leads, in its order. */
export const places = [evidence, settings, help]

/** The place that a page belongs to. */
export const placeOf: Record<Route['page'], FramePlace | null> = {
  welcome: help,
  settings,
  captures: evidence,
  capture: evidence,
  storage: evidence,
  export: null,
  evidence: null,
  unknown: null,
}
