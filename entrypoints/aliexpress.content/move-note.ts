import { pageMoves } from './evidence-words.ts'
import type { Notices } from './notices.ts'

/** Notes go by themselves after a while; this one stays as long as the page moves. */
const sayAgainMs = 6000

/** Says that the page moves by itself, wherever it is scrolled to, and lets Escape stop it. */
export function createMoveNote(notices: Notices) {
  let end: (() => void) | null = null
  return {
    show(stop: () => void): void {
      if (end) return
      const rewrite = notices.say(pageMoves)
      const timer = setInterval(() => rewrite(pageMoves), sayAgainMs)
      const onKey = (event: KeyboardEvent) => {
        if (event.key === 'Escape' && event.isTrusted) stop()
      }
      addEventListener('keydown', onKey, true)
      end = () => {
        clearInterval(timer)
        removeEventListener('keydown', onKey, true)
      }
    },
    end(): void {
      end?.()
      end = null
    },
  }
}
