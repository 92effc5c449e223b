/** Paragraphs of an export's README on keys and papers that came along with records which were not signed here. */

export interface CarriedFacts {
  /** Fingerprints of other keys that records are signed with: of imported captures, or of an earlier profile. */
  otherKeys: string[]
  /** Whether captures of it were imported from other packs. */
  hasOrigins: boolean
}

/** Lines for the list of what is in the export. `folder` is where its own files lie, e.g. "docket/". */
export const carriedFileLines = ({ otherKeys, hasOrigins }: CarriedFacts, folder = ''): string => {
  const line = (path: string, what: string) => `  ${`${folder}${path}`.padEnd(27)} ${what}\n`
  const keys = line(
    'keys/FINGERPRINT.pem',
    'other keys that records are signed with; each record names its own',
  )
  const origins = line(
    'origins/ID/',
    'of each pack that captures were imported from: list, ledger, sums, signature, key, time stamps',
  )
  return (otherKeys.length > 0 ? keys : '') + (hasOrigins ? origins : '')
}

/** Lines for what it proves. */
export const carriedProved = ({ otherKeys, hasOrigins }: CarriedFacts): string => {
  const keys = `  - Records that name another key were signed by another installation of Docket, or by an earlier profile of
    this one. Ask its owner for the fingerprint and compare it:
${otherKeys.map((fingerprint) => `    ${fingerprint}\n`).join('')}`
  const origins = `  - Imported captures were entered in the ledger under origins/, which its maker signed. In the ledger of this
    installation the row "imported" enters them.
`
  return (otherKeys.length > 0 ? keys : '') + (hasOrigins ? origins : '')
}

/** The command that checks the signature of every record. */
export const recordCheck = ({ otherKeys }: CarriedFacts, folder = ''): string => {
  const ownKey = `${folder}public-key.pem`
  const check = (key: string) =>
    `openssl dgst -sha256 -verify ${key} -signature "\${d}signature.der" "\${d}record.json" || break`
  if (otherKeys.length === 0) return `for d in ${folder}captures/*/; do ${check(ownKey)}; done`
  // Each record with the key that it names; the export's own key lies beside the others.
  const named = `$(grep -oE '"publicKeySha256":"[0-9a-f]{64}"' "\${d}record.json" | cut -d '"' -f 4)`
  return `for d in ${folder}captures/*/; do k="${folder}keys/${named}.pem"; test -f "$k" || k=${ownKey}; ${check('"$k"')}; done`
}
