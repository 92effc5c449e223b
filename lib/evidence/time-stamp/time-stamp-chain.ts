import { sameBytes } from './asn1-values.ts'
import { type Certificate, isIssuedBy, isValidAt, mayIssue } from './certificate.ts'
import { flaw } from './time-stamp-signer.ts'

/**
 * Follows the signer's certificate up through those that came along, as far as they lead: each must be signed
 * by one that may issue certificates and was valid then. The last one is trusted no more for it: whether its name
 * is one to be trusted is for a person with a trust list. Limits that issuers set to names and lengths of paths are
 * not looked at.
 *
 * A certificate that leads nowhere is refused: nothing else would show that it was changed.
 * @throws ExpectedError `chain-broken`, and what `isIssuedBy` throws
 */
export async function checkChain(
  signer: Certificate,
  certificates: readonly Certificate[],
  wallMs: number,
): Promise<void> {
  const joined = new Set([signer])
  // A Set hands out what is added while it is walked through.
  for (const certificate of joined) {
    const named = certificates.filter(({ subject }) => sameBytes(subject.bytes, certificate.issuer.bytes))
    const issuers: Certificate[] = []
    for (const candidate of named) {
      if (await isIssuedBy(certificate, candidate)) issuers.push(candidate)
    }
    if (named.length > 0 && issuers.length === 0) {
      throw flaw('chain-broken', `the certificate of ${certificate.subjectName} was not issued as it says`)
    }
    for (const issuer of issuers) {
      if (!mayIssue(issuer)) {
        throw flaw('chain-broken', `${issuer.subjectName} may not issue certificates`)
      }
      if (!isValidAt(issuer, wallMs)) {
        throw flaw('chain-broken', `the certificate of ${issuer.subjectName} was not valid then`)
      }
      joined.add(issuer)
    }
  }
  const stray = certificates.find((certificate) => !joined.has(certificate))
  if (stray) throw flaw('chain-broken', `the certificate of ${stray.subjectName} has no part in it`)
}
