import { type Failure, ok, type Result } from '../../lib/core/result.ts'
import { loadedPageFacts, type PageFacts } from './page-facts.ts'
import type { PageParts, PageTools } from './page-tools.ts'

/** The tools of the second script, for what stands in the first. */
export interface LazyTools {
  /** Null until the second script ran. */
  now(): PageTools | null
  load(): Promise<Result<PageTools>>
  /** Does `work` at once where the tools are there, else when they are. */
  use(work: (tools: PageTools) => void): void
}

/**
 * @param loadFacts brings the second script
 * @param parts asked for once, when the tools are built
 * @param onFailure told where `use` cannot have the tools
 */
export function createLazyTools(
  loadFacts: () => Promise<Result<PageFacts>>,
  parts: () => PageParts,
  onFailure: (failure: Failure) => void,
): LazyTools {
  let built: PageTools | null = null
  const builtWith = ({ createPageTools }: PageFacts) => {
    built ??= createPageTools(parts())
    return built
  }
  const now = () => {
    const facts = loadedPageFacts()
    return facts && builtWith(facts)
  }
  async function load(): Promise<Result<PageTools>> {
    const loaded = await loadFacts()
    return loaded.ok ? ok(builtWith(loaded.value)) : loaded
  }
  return {
    now,
    load,
    use(work) {
      const tools = now()
      if (tools) work(tools)
      else void load().then((loaded) => (loaded.ok ? work(loaded.value) : onFailure(loaded.error)))
    },
  }
}
