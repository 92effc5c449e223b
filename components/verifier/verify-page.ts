import { failureFrom } from '../../lib/core/expected-error.ts'
import { openPackZip } from '../../lib/pack/verify/open-pack-zip.ts'
import type { PackFiles } from '../../lib/pack/verify/pack-files.ts'
import { verifyEvidencePack } from '../../lib/pack/verify/verify-evidence-pack.ts'

// The script of verify.html. It becomes part of every pack: plain DOM, and text only ever as text.

const element = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`verify.html has no #${id}`)
  return found
}

const drop = element('drop', HTMLElement)
const zip = element('zip', HTMLInputElement)
const folder = element('folder', HTMLInputElement)
const fingerprint = element('fingerprint', HTMLInputElement)
const verdict = element('verdict', HTMLElement)
const checks = element('checks', HTMLElement)
const notes = element('notes', HTMLElement)
const key = element('key', HTMLElement)
const keyText = element('key-text', HTMLElement)

/** Only the newest choice is shown: an earlier one may still be at work. */
let run = 0

async function show(open: () => Promise<PackFiles>): Promise<void> {
  run += 1
  const ownRun = run
  checks.replaceChildren()
  notes.replaceChildren()
  key.hidden = true
  say('Checking …', '')
  let outcome: Awaited<ReturnType<typeof verifyEvidencePack>>
  try {
    outcome = await verifyEvidencePack(await open(), fingerprint.value.replace(/\s/g, '') || undefined)
  } catch (error) {
    if (ownRun === run) say(failureFrom(error, 'opening the pack').message, 'wrong')
    return
  }
  if (ownRun !== run) return
  list(checks, outcome.checks)
  list(notes, outcome.notes)
  key.hidden = outcome.fingerprint === null
  keyText.textContent = outcome.fingerprint
  if (outcome.flaw) say(`Flaw in ${outcome.flaw.file}: ${outcome.flaw.message}`, 'wrong')
  else say('Everything is as it was signed.', 'right')
}

function list(place: HTMLElement, sentences: string[]): void {
  for (const sentence of sentences) {
    const line = document.createElement('li')
    line.textContent = sentence
    place.append(line)
  }
}

function say(text: string, tone: 'right' | 'wrong' | ''): void {
  verdict.textContent = text
  verdict.className = tone
}

/** The files of an unpacked pack; the browser puts the name of the chosen folder before each path. */
async function filesOfFolder(chosen: Iterable<File>): Promise<PackFiles> {
  const files = new Map(
    [...chosen].map((file) => [file.webkitRelativePath.split('/').slice(1).join('/'), file]),
  )
  return {
    names: new Set(files.keys()),
    read: async (name) => new Uint8Array((await files.get(name)?.arrayBuffer()) ?? []),
  }
}

zip.addEventListener('change', () => {
  const [file] = zip.files ?? []
  if (file) void show(() => openPackZip(file))
})
folder.addEventListener('change', () => void show(() => filesOfFolder(folder.files ?? [])))
addEventListener('dragover', (event) => {
  event.preventDefault()
  drop.classList.add('over')
})
addEventListener('dragleave', () => drop.classList.remove('over'))
addEventListener('drop', (event) => {
  event.preventDefault()
  drop.classList.remove('over')
  const [file] = event.dataTransfer?.files ?? []
  if (file) void show(() => openPackZip(file))
})
