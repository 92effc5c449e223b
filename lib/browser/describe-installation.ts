import { browser } from 'wxt/browser'
import { sha256Hex } from '../core/digest.ts'
import type { Installation } from '../evidence/seal/evidence-record.ts'

let described: Promise<Installation> | null = null

/** What Docket runs on and as; read once, since none of it changes before the next start. */
export function describeInstallation(): Promise<Installation> {
  described ??= describe()
  described.catch(() => {
    described = null
  })
  return described
}

async function describe(): Promise<Installation> {
  const [platform, script] = await Promise.all([
    browser.runtime.getPlatformInfo(),
    fetch(browser.runtime.getURL('/background.js')).then((response) => response.arrayBuffer()),
  ])
  return {
    extension: { version: browser.runtime.getManifest().version, buildSha256: await sha256Hex(script) },
    browser: { ...browserOf(navigator.userAgent), userAgent: navigator.userAgent },
    os: { name: platform.os, architecture: platform.arch },
  }
}

/** The product that names itself in the user agent; browsers cut its version after the first number. */
function browserOf(userAgent: string): { name: string | null; version: string | null } {
  const named = /(Firefox|Edg|OPR|Chrome)\/([\d.]+)/g
  const products = [...userAgent.matchAll(named)]
  const product = products.find(([, name]) => name !== 'Chrome') ?? products[0]
  return { name: product?.[1] ?? null, version: product?.[2] ?? null }
}
