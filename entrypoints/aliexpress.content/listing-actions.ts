import type { Failure } from '../../lib/core/result.ts'
import type { Judgement } from '../../lib/queue/flag.ts'
import type { ListingAction } from './action-menu.ts'
import type { FlagFlow, MadeFlag } from './flag-flow.ts'
import { knownWords } from './known-words.ts'
import type { LazyTools } from './lazy-tools.ts'
import type { ListingStore } from './listing-store.ts'
import { judgeAs, judgementOf } from './listing-view.ts'
import type { Notices } from './notices.ts'
import type { PageListing } from './page-listing.ts'
import { shotWarnings, warnOfShots } from './screenshot-words.ts'
import { capitalised, counted, judgementDone, needsScreenshot, shortTitle, warningWords } from './words.ts'

/** What a person does with one listing, wherever it was asked for: control, menu, key, browser command. */
export interface ListingActions {
  /** The one click: flags with the type last used. */
  flag(listing: PageListing): void
  perform(action: ListingAction, listing: PageListing): void
  /** Tries a judgement again that was not saved. */
  retry(listing: PageListing, judgement: Judgement): void
  /** Takes back the last judgement (of one or many) made on this page. */
  undoLast(): void
  /** Keeps what was just made as the next thing that Undo takes back. */
  rememberMade(flags: MadeFlag[]): void
  undo(flags: MadeFlag[]): void
  canUndo(comId: string): boolean
  /** True where something was judged on this page that Undo may take back. */
  hasMade(): boolean
  takeMissingScreenshots(): void
}

export function createListingActions({
  flow,
  store,
  notices,
  tools,
  onFailure,
}: {
  flow: FlagFlow
  store: ListingStore
  notices: Notices
  tools: LazyTools
  onFailure: (failure: Failure) => void
}): ListingActions {
  const history: MadeFlag[][] = []

  async function judge(listing: PageListing, judgement: Judgement): Promise<void> {
    const outcome = await flow.save(listing, judgement)
    if (!outcome.ok) {
      onFailure(outcome.failure)
      return
    }
    notices.forget('not-saved')
    const { made } = outcome
    history.push([made])
    const view = store.view(listing.comId)
    const warnings = [warningWords(view), ...knownWords(view).map((words) => ` · ${words}`)].join('')
    const done = `${capitalised(judgementDone(judgement))}: ${shortTitle(listing.title)}${warnings}`
    const rewrite = notices.say(done, () => undo([made]))
    if (!needsScreenshot(judgement) || hasScreenshot(made)) return
    const [shot] = await flow.photograph([made])
    // An item page has more to gather than its picture.
    if (!made.isCard) tools.use(({ itemEvidence }) => void itemEvidence.gather(made.comId, made.captureId))
    if (!shot) return
    rewrite(`${done} · ${shot.state === 'saved' ? 'screenshot saved' : 'no screenshot yet'}`)
    warnOfShots(notices, [shot])
  }

  const hasScreenshot = ({ comId }: MadeFlag) => {
    const view = store.view(comId)
    return view.phase === 'judged' && view.state.screenshot === 'saved'
  }

  async function undo(flags: MadeFlag[]): Promise<void> {
    const failures: Failure[] = []
    for (const flag of flags) {
      const failure = await flow.undo(flag)
      if (failure) failures.push(failure)
    }
    const undone = flags.length - failures.length
    for (const warning of shotWarnings) notices.forget(warning)
    if (undone > 0) notices.say(undone === 1 ? 'Taken back.' : `${undone} judgements taken back.`)
    const [failure] = failures
    if (failure) onFailure(failure)
  }

  async function takeScreenshots(flags: MadeFlag[]): Promise<void> {
    if (flags.length === 0) return
    const loaded = await tools.load()
    if (!loaded.ok) {
      onFailure(loaded.error)
      return
    }
    const outcomes = await loaded.value.tour.run(flags)
    const saved = outcomes.filter(({ state }) => state === 'saved').length
    if (saved > 0) notices.say(`${counted(saved, 'screenshot', 'screenshots')} saved.`)
    warnOfShots(notices, outcomes)
  }

  const actions: ListingActions = {
    flag: (listing) => actions.perform(store.lastIpType(), listing),
    retry: (listing, judgement) => void judge(listing, judgement),
    perform(action, listing) {
      const view = store.view(listing.comId)
      // Two clicks on one listing are one wish.
      if (view.phase === 'saving') return
      switch (action) {
        case 'trademark':
        case 'copyright':
        case 'patent':
          void judge(listing, judgeAs('infringing', action, view))
          break
        case 'later':
          void judge(listing, judgeAs('suspicious', null, view))
          break
        case 'genuine':
        case 'out-of-scope':
          void judge(listing, judgeAs(action, null, view))
          break
        case 'note': {
          const judgement = judgementOf(view) ?? judgeAs('suspicious', null, view)
          tools.use(({ dialogs }) => {
            dialogs.askNote(listing.title, judgement.note, (note) => {
              const { verdict, ipType } = judgement
              void judge(listing, { verdict, ipType, note })
            })
          })
          break
        }
        case 'screenshot': {
          const made = flow.madeHere(listing.comId)
          if (made) void takeScreenshots([made])
          // Flagged on another page: its capture belongs there, so flagging it anew makes one of this page.
          else if (view.phase === 'judged') {
            const { verdict, ipType, note } = view.state
            void judge(listing, { verdict, ipType, note })
          }
          break
        }
        case 'undo': {
          const made = flow.madeHere(listing.comId)
          if (made) void undo([made])
          break
        }
      }
    },
    undoLast() {
      const flags = history.pop()?.filter(({ comId, flagId }) => flow.madeHere(comId)?.flagId === flagId)
      if (flags && flags.length > 0) void undo(flags)
      else if (history.length > 0) actions.undoLast()
      else notices.say('Nothing on this page to take back. The popup can remove older flags.')
    },
    rememberMade: (flags) => {
      history.push(flags)
    },
    undo: (flags) => void undo(flags),
    hasMade: () => history.length > 0,
    canUndo: (comId) => flow.madeHere(comId) !== null,
    takeMissingScreenshots: () => void takeScreenshots(flow.withoutScreenshot()),
  }
  return actions
}
