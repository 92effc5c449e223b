import type { TimeStamp } from '../../evidence/time-stamp/time-stamp.ts'
import { timeStampPaths } from './evidence-pack-layout.ts'
import type { PackTimeStamps } from './pack-time-stamps.ts'

/** Paragraphs on time stamps in the texts of an evidence pack: which there are, whose they are, or that there are none. */

interface StampFacts {
  timeStamps: PackTimeStamps
  /** Row of this very export, the last in the pack. */
  headSeq: number
}

const fileLines = `  time-stamps/ROW.json        number and hash of a row of the ledger, as they were stamped
  time-stamps/ROW.tst         the time stamp over it (RFC 3161)
`

/** Lines for the list of what is in the pack. */
export const stampFileLines = ({ timeStamps }: StampFacts): string =>
  timeStamps.stamps.length === 0 ? '' : fileLines

/** The section that says by which clock the times are. */
export function timeSection({ timeStamps: { stamps, outcome }, headSeq }: StampFacts): string {
  const covered = stamps.at(-1)?.ledgerSeq ?? 0
  const reason =
    outcome.state === 'failed'
      ? `  A time stamp of this export was asked for and not obtained: ${oneLine(outcome.failure.message)}\n`
      : ''
  if (stamps.length === 0) {
    return `  Every time in this pack is time by this computer's clock. There is no independent time stamp in it.\n${reason}`
  }
  const rest =
    covered < headSeq
      ? `  What was entered after row ${covered}, and every other time in this pack, is time by this computer's clock.\n`
      : "  Every other time in this pack is time by this computer's clock.\n"
  return `${stamps.map((stamp) => stampLines(stamp, headSeq)).join('')}${rest}${reason}`
}

const stampLines = ({ ledgerSeq, entrySeq, facts }: TimeStamp, headSeq: number): string =>
  `  The ledger up to row ${ledgerSeq}, and so every record that was entered by then, existed at
    ${facts.time}${facts.accuracyMs === null ? '' : ` (give or take ${facts.accuracyMs / 1000} s)`}
    by the clock of ${facts.authority}
    (stamp ${facts.serial}, policy ${facts.policy}, SHA-256 of its certificate ${facts.certificateSha256}),
    issuer ${facts.issuer}; not checked against a trust list.
${entrySeq <= headSeq ? `    Row ${entrySeq} entered this stamp: it and what stands after it was written later.\n` : ''}`

/** A line for the list of what the pack proves; empty where there are no stamps. */
export const timeProved = ({ timeStamps }: StampFacts): string =>
  timeStamps.stamps.length === 0
    ? ''
    : `  - What a time stamp covers existed at its time, by the clock of the authority that made it: see TIME.\n`

/** What this pack cannot tell of the time. */
export const timeNotProved = ({ timeStamps, headSeq }: StampFacts): string => {
  const covered = timeStamps.stamps.at(-1)?.ledgerSeq ?? 0
  if (covered === 0) {
    return `  - When it happened, beyond the clock of that computer: there is no independent time stamp in this pack.`
  }
  const after = covered < headSeq ? `\n    It shows nothing of what was entered after row ${covered}.` : ''
  return `  - When exactly it happened: a time stamp shows that something existed then, not since when.${after}
  - That the authority which stamped it is one to be trusted: no trust list was asked.`
}

/** How to check the stamps with OpenSSL; empty where there are none. */
export function stampCommands({ timeStamps: { stamps } }: StampFacts): string {
  if (stamps.length === 0) return ''
  const commands = stamps.map(({ ledgerSeq, facts }) => {
    const { stamped, token } = timeStampPaths(ledgerSeq)
    const atSeconds = Math.floor(Date.parse(facts.time) / 1000)
    return `openssl ts -verify -data ${stamped} -in ${token} -token_in -attime ${atSeconds} -CAfile tsa-root.pem\n`
  })
  return `
  A time stamp is checked against the root certificate of its authority. Get that from the authority or from a
  trust list, not from this pack, and put it beside the files as tsa-root.pem. -attime checks the certificates
  as of the time of the stamp, so that it also works when they have expired:

${commands.join('')}
  The row that was stamped is in ledger.jsonl. This prints 1 for each time stamp:

for j in time-stamps/*.json; do grep -cF "$(sed -E 's/.*("head":"[0-9a-f]{64}").*/\\1/; s/head/hash/' "$j")" ledger.jsonl; done
`
}

/** For the certification: whose clock, and who checked it. */
export function timeStatement({ timeStamps: { stamps } }: StampFacts): string {
  const clock = 'I checked that clock as follows: __________________________.'
  if (stamps.length === 0) return `6. Times are those of the computer's clock. ${clock}`
  const list = stamps
    .map(
      ({ ledgerSeq, facts }) =>
        `   rows up to ${ledgerSeq}: ${facts.time}, ${facts.authority},\n   issuer ${facts.issuer}; not checked against a trust list\n`,
    )
    .join('')
  return `6. Times. The ledger was time-stamped (RFC 3161):
${list}   I checked the authority as follows: ________________________________________________________________.
   All other times are those of the computer's clock. ${clock}`
}

/** For the report: what vouches for the times in a pack, in sentences. */
export function timesVouchedFor({ stamps }: PackTimeStamps): string {
  const last = stamps.at(-1)
  if (!last) {
    return "Every time in this pack is by this computer's clock. There is no independent time stamp in it."
  }
  const { time, authority, issuer } = last.facts
  return `The ledger up to row ${last.ledgerSeq} was time-stamped at ${time} by ${authority} (issuer ${issuer}; not checked against a trust list). Every other time in this pack is by this computer's clock.`
}

/** For the note on eIDAS: what a time stamp in this pack is worth. */
export function eidasTime({ timeStamps: { stamps } }: StampFacts): string {
  if (stamps.length === 0) {
    return `- There is no electronic time stamp in this pack: its times are by this computer's clock. Only a qualified time
  stamp carries the presumption of Article 41(2) for date and time. Where the date may be disputed, have
  SHA256SUMS stamped by a qualified trust service provider without delay and keep the answer beside the pack.`
  }
  const list = stamps
    .map(
      ({ ledgerSeq, facts }) =>
        `    ledger up to row ${ledgerSeq}: ${facts.time} by ${facts.authority}; issuer ${facts.issuer}\n`,
    )
    .join('')
  return `- Electronic time stamps in this pack:
${list}  Under Article 41(1) they may not be refused as evidence only because they are electronic or not qualified. Whether
  they are qualified was not checked: look the issuer up in the trusted list of its country (Article 22). Only a
  qualified time stamp carries the presumption of Article 41(2) for date and time.`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
