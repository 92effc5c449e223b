import { Boolean as Asn1Boolean, Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { fail, ok, type Result } from '../../core/result.ts'
import { type Asn1Element, Asn1Parts, malformed, readDer, tags } from './asn1.ts'
import { integerOf } from './asn1-values.ts'
import { printable } from './distinguished-name.ts'

const sha256Id = '2.16.840.1.101.3.4.2.1'

/** A number that the answer must repeat, so that no old answer passes for a new one. */
export const newNonce = (): bigint => crypto.getRandomValues(new BigUint64Array(1))[0] ?? 0n

/** A TimeStampReq (RFC 3161, 2.4.1) for a SHA-256; the certificate is to come along. */
export function buildTimeStampQuery(
  imprint: Uint8Array<ArrayBuffer>,
  nonce: bigint,
): Uint8Array<ArrayBuffer> {
  const algorithm = new Sequence({ value: [new ObjectIdentifier({ value: sha256Id }), new Null()] })
  const query = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Sequence({ value: [algorithm, new OctetString({ valueHex: imprint })] }),
      Integer.fromBigInt(nonce),
      new Asn1Boolean({ value: true }),
    ],
  })
  return new Uint8Array(query.toBER())
}

/** PKIFailureInfo (RFC 3161, 2.4.2): bit → what the authority objects to. */
const reasons: Record<number, string> = {
  0: 'it does not know SHA-256',
  2: 'it does not allow this request',
  5: 'it does not understand this request',
  14: 'its clock is not available',
  15: 'it refuses the policy',
  16: 'it refuses an extension',
  17: 'it cannot give what was asked for',
  25: 'it is out of order',
}

/**
 * The token of a TimeStampResp (RFC 3161, 2.4.2), not yet verified. Fails with `time-stamp-rejected` and the
 * authority's reason.
 * @throws ExpectedError `asn1-malformed`
 */
export function readTimeStampAnswer(bytes: Uint8Array<ArrayBuffer>): Result<Asn1Element> {
  const answer = new Asn1Parts(readDer(bytes), 'the answer')
  const info = new Asn1Parts(answer.next(tags.sequence), 'the answer')
  const status = integerOf(info.next(tags.integer))
  const text = info.optional(tags.sequence)
  const failure = info.optional(tags.bitString)
  info.end()
  // "Granted with changes" (1) is taken for a refusal too: what was asked for is what is needed.
  if (status !== 0n) {
    const said = [...reasonsOf(failure), ...textsOf(text)].join('; ') || `status ${status}`
    return fail('time-stamp-rejected', `The time-stamp authority refused: ${said}.`)
  }
  const token = answer.next(tags.sequence)
  answer.end()
  if (failure) throw malformed('it grants and refuses')
  return ok(token)
}

function reasonsOf(failure: Asn1Element | undefined): string[] {
  const octets = failure?.content.subarray(1) ?? []
  return Object.entries(reasons)
    .filter(([bit]) => (octets[Number(bit) >> 3] ?? 0) & (0x80 >> (Number(bit) & 7)))
    .map(([, reason]) => reason)
}

const longestText = 200

const textsOf = (list: Asn1Element | undefined): string[] =>
  (list?.children ?? []).map(
    ({ content }) => `“${printable(new TextDecoder().decode(content)).slice(0, longestText)}”`,
  )
