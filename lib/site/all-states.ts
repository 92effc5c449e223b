import { parseHostileJson } from '../core/hostile-json.ts'
import { absent, found, type Observation, unreadable } from '../core/observation.ts'
import {
  readAerData,
  readDcData,
  readInitData,
  readPageConfig,
  readRunParamsData,
  readRunParamsList,
  readRunParamsScalars,
  type Scalar,
} from './embedded-state.ts'

/** One state that a page carries in its own text, as it stands there. */
export interface EmbeddedState {
  /** Where it stands, e.g. "runParams.data". */
  name: string
  state: Observation<unknown>
}

/** Every state that the site is known to embed, by name; those that this page does not have are `absent`. */
export const readAllStates = (doc: Document): EmbeddedState[] => [
  { name: 'runParams.data', state: readRunParamsData(doc) },
  { name: 'runParams', state: scalarsFound(readRunParamsScalars(doc), 'runParams') },
  { name: 'runParams.imageBigViewURL', state: readRunParamsList(doc, 'imageBigViewURL') },
  { name: '_init_data_.data', state: readInitData(doc) },
  { name: 'DCData', state: readDcData(doc) },
  { name: 'AER_DATA', state: readAerData(doc) },
  { name: 'pageConfig', state: scalarsFound(readPageConfig(doc), 'pageConfig') },
  ...readJsonLd(doc),
  { name: 'head', state: readHeadFacts(doc) },
]

function scalarsFound(scalars: Record<string, Scalar>, source: string): Observation<unknown> {
  return Object.keys(scalars).length === 0 ? absent : found({ ...scalars }, source)
}

/** All JSON-LD scripts in their order, whatever they are about. */
function readJsonLd(doc: Document): EmbeddedState[] {
  const scripts = [...doc.querySelectorAll('script[type="application/ld+json"]')]
  if (scripts.length === 0) return [{ name: 'JSON-LD', state: absent }]
  return scripts.slice(0, 20).map((script, index) => {
    const name = `JSON-LD ${index + 1}`
    const parsed = parseHostileJson(script.textContent)
    return { name, state: parsed.ok ? found(parsed.value, name) : unreadable(parsed.error.message, name) }
  })
}

/** What the head says of the page: its title, what it calls its address, what is shared of it. */
function readHeadFacts(doc: Document): Observation<unknown> {
  const facts: Record<string, string> = { title: doc.title }
  const canonical = doc.querySelector('link[rel="canonical"]')?.getAttribute('href')
  if (canonical) facts.canonical = canonical
  for (const meta of doc.querySelectorAll('meta[property^="og:"]')) {
    const name = meta.getAttribute('property')
    if (name) facts[name] = meta.getAttribute('content') ?? ''
  }
  return found(facts, 'head')
}
