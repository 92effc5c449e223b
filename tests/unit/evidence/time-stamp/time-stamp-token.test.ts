import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asn1Element, readDer } from '../../../../lib/evidence/time-stamp/asn1.ts'
import {
  buildTimeStampQuery,
  newNonce,
  readTimeStampAnswer,
} from '../../../../lib/evidence/time-stamp/time-stamp-query.ts'
import { verifyTimeStampToken } from '../../../../lib/evidence/time-stamp/time-stamp-token.ts'
import { withBitTurned } from '../../../support/evidence-pack.ts'
import {
  makeTsa,
  type OpensslTsa,
  opensslMissing,
  type TsaOptions,
  tsaExtensions,
  tsaNames,
} from '../../../support/openssl-tsa.ts'
import { randomFrom } from '../../../support/random-from.ts'

type Bytes = Uint8Array<ArrayBuffer>

const seed = Number(process.env.DOCKET_SEED ?? Date.now() % 1_000_000)
const random = randomFrom(seed)
const sha256 = async (text: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

const imprint = await sha256('{"count":1,"head":"…"}')
const nonce = newNonce()
const opened: OpensslTsa[] = []

async function tsaOf(options: TsaOptions = {}): Promise<OpensslTsa> {
  const tsa = await makeTsa(options)
  opened.push(tsa)
  return tsa
}

async function tokenOf(tsa: OpensslTsa): Promise<Bytes> {
  const answer = readTimeStampAnswer(await tsa.answer(buildTimeStampQuery(imprint, nonce)))
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.bytes.slice()
}

const verify = (token: Bytes, expected: Partial<{ imprint: Bytes; nonce: bigint | null }> = {}) =>
  verifyTimeStampToken(token, { imprint, nonce, ...expected })
const codeOf = async (token: Bytes, expected = {}) => {
  const outcome = await verify(token, expected)
  return outcome.ok ? 'valid' : outcome.error.code
}

/** Element at a path of indexes. */
const at = (element: Asn1Element, ...path: number[]): Asn1Element =>
  path.reduce((inner, index) => {
    const child = inner.children[index]
    if (!child) throw new Error(`The element has no part ${index}.`)
    return child
  }, element)

/** TSTInfo of a token. */
const infoOf = (token: Bytes): Bytes => at(readDer(token), 1, 0, 2, 1, 0).content

describe.skipIf(opensslMissing)('a time stamp made by OpenSSL', () => {
  let tsa: OpensslTsa
  let token: Bytes
  let bare: Bytes

  beforeAll(async () => {
    tsa = await tsaOf()
    token = await tokenOf(tsa)
    bare = await tokenOf(await tsaOf({ sendsRoot: false }))
  })
  afterAll(() => Promise.all(opened.map((one) => one.close())))

  test('is valid, and says what OpenSSL prints of it', async () => {
    const outcome = await verify(token)
    if (!outcome.ok) throw new Error(outcome.error.message)
    const { time, ...facts } = outcome.value
    expect(facts).toEqual({
      accuracyMs: 1500.1,
      ...tsaNames,
      certificateSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      serial: '01',
      policy: '1.2.3.4.1',
    })
    const fingerprint = execFileSync(
      'openssl',
      ['x509', '-in', join(tsa.folder, 'tsa.pem'), '-noout', '-fingerprint', '-sha256'],
      { encoding: 'utf8' },
    )
    expect(fingerprint.replaceAll(':', '').toLowerCase()).toContain(facts.certificateSha256)
    expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(600_000)
  })

  test('is valid without its root, and without a nonce to compare', async () => {
    expect(await codeOf(bare)).toBe('valid')
    expect(await codeOf(token, { nonce: null })).toBe('valid')
  })

  const kinds: TsaOptions[] = [
    { digest: 'sha384' },
    { digest: 'sha512' },
    { key: 'P-256' },
    { key: 'P-384', digest: 'sha384' },
    { key: 'P-521', digest: 'sha512' },
    { key: 'P-256', digest: 'sha512' },
    { settings: ['clock_precision_digits = 6'] },
    { settings: ['ess_cert_id_chain = yes'] },
    { settings: ['ess_cert_id_alg = sha512'] },
    { settings: ['tsa_name = no', 'accuracy = secs:60', 'ordering = yes'] },
  ]
  test.each(kinds)('is valid with %j', async (options) => {
    expect(await codeOf(await tokenOf(await tsaOf(options)))).toBe('valid')
  })

  test('is valid where the signer is named by its key, and where RSA is padded as PSS', async () => {
    const info = infoOf(token)
    expect(await codeOf(await tsa.signed(info))).toBe('valid')
    expect(await codeOf(await tsa.signed(info, { args: ['-keyid'] }))).toBe('valid')
    const pss = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_mgf1_md:sha256']
    expect(await codeOf(await tsa.signed(info, { args: pss }))).toBe('valid')
  })

  test('is refused for another imprint or another nonce', async () => {
    expect(await codeOf(token, { imprint: await sha256('other') })).toBe('imprint-differs')
    expect(await codeOf(token, { nonce: nonce ^ 1n })).toBe('nonce-differs')
    const without = readTimeStampAnswer(await tsa.answer(queryWithoutNonce(imprint)))
    if (!without.ok) throw new Error(without.error.message)
    expect(await codeOf(without.value.bytes.slice())).toBe('nonce-differs')
  })

  test('with one bit turned in any byte is refused', async () => {
    const missed: number[] = []
    for (let byte = 0; byte < bare.length; byte++) {
      const bit = byte * 8 + random(8)
      if ((await codeOf(withBitTurned(bare, bit))) === 'valid') missed.push(bit)
    }
    expect(missed, `seed ${seed}`).toEqual([])
    console.log(`${bare.length} of ${bare.length} changed bits found, one in each byte (seed ${seed})`)
  })

  test('with a root is refused as well, but for whom the root says it is from: nothing above it came along', async () => {
    const certificates = at(readDer(token), 1, 0, 3)
    const root = certificates.children.find(
      (one) => !one.bytes.toString().includes(timeStampingOid.toString()),
    )
    const issuer = root && at(root, 0, 3).bytes
    if (!issuer) throw new Error('no root')
    const missed: number[] = []
    for (let byte = 0; byte < token.length; byte++) {
      const isInIssuer = byte >= issuer.byteOffset && byte < issuer.byteOffset + issuer.length
      const bit = byte * 8 + random(8)
      if (!isInIssuer && (await codeOf(withBitTurned(token, bit))) === 'valid') missed.push(bit)
    }
    expect(missed, `seed ${seed}`).toEqual([])
  })

  test('cut short, drawn out or replaced by noise is refused and never throws', async () => {
    for (let tries = 0; tries < 200; tries++) {
      expect(await codeOf(token.slice(0, random(token.length)))).toBe('asn1-malformed')
      const noise = crypto.getRandomValues(new Uint8Array(random(300)))
      expect(await codeOf(noise)).not.toBe('valid')
    }
    expect(await codeOf(new Uint8Array([...token, 0]))).toBe('asn1-malformed')
    expect(await codeOf(new Uint8Array(60_000).fill(0x30))).toBe('asn1-malformed')
  })

  const refusals: Array<[what: string, code: string, options: TsaOptions]> = [
    ['was not valid any more', 'certificate-expired', { validUntil: '20250101000000Z' }],
    ['was not valid yet', 'certificate-expired', { validFrom: '20430101000000Z' }],
    ['is for SHA-1 signatures', 'algorithm-unknown', { digest: 'sha1' }],
    ['has a key of 1,024 bits', 'key-unusable', { key: 'rsa:1024' }],
    ['has a curve that browsers do not know', 'algorithm-unknown', { key: 'secp256k1' }],
  ]
  test.each(refusals)('is refused where its certificate %s', async (_, code, options) => {
    expect(await codeOf(await tokenOf(await tsaOf(options)))).toBe(code)
  })

  const [constraints = '', usage = '', purpose = '', keyId = ''] = tsaExtensions
  const unfit: Array<[what: string, extensions: string[]]> = [
    ['is for e-mail', [constraints, usage, 'extendedKeyUsage = critical, emailProtection']],
    ['is for other things too', [constraints, usage, `${purpose}, emailProtection`]],
    ['is not critically for time stamps', [constraints, usage, 'extendedKeyUsage = timeStamping']],
    ['is for anything', [constraints, usage]],
    ['may not sign', [constraints, 'keyUsage = critical, keyEncipherment', purpose]],
    ['has a rule that nobody knows', [constraints, usage, purpose, '1.2.3.4 = critical, ASN1:NULL']],
  ]
  test.each(unfit)('is refused where its certificate %s', async (_, extensions) => {
    const other = await tsaOf({ extensions: [...extensions, keyId] })
    expect(await codeOf(await other.signed(infoOf(token)))).toBe('certificate-unfit')
  })

  const rootUnfit: Array<[what: string, rootExtensions: string[]]> = [
    ['is no authority', ['basicConstraints = critical, CA:false']],
    ['may not issue', ['basicConstraints = critical, CA:true', 'keyUsage = critical, digitalSignature']],
    ['does not say that it may', ['subjectKeyIdentifier = hash']],
  ]
  test.each(rootUnfit)('is refused where the issuer %s', async (_, rootExtensions) => {
    const other = await tsaOf({ rootExtensions })
    expect(await verify(await other.signed(infoOf(token)))).toMatchObject({
      error: { code: 'chain-broken', message: expect.stringContaining('may not issue certificates') },
    })
  })

  test('is refused where certificate, attributes or content are not what they should be', async () => {
    const info = infoOf(token)
    expect(await codeOf(await tsa.signed(info, { namesCertificate: false }))).toBe('certificate-unbound')
    expect(await codeOf(await tsa.signed(info, { args: ['-nocerts'] }))).toBe('certificate-missing')
    expect(await codeOf(await tsa.signed(info, { namesCertificate: false, args: ['-noattr'] }))).toBe(
      'asn1-malformed',
    )
    expect(await codeOf(await tsa.signed(new Uint8Array([1, 1, 0])))).toBe('asn1-malformed')
  })

  test('is refused where a certificate did not issue what it should, or has no part in it', async () => {
    const other = await tsaOf()
    const both = join(tsa.folder, 'both.pem')
    await writeFile(both, (await readFile(tsa.rootFile, 'utf8')) + (await readFile(other.rootFile, 'utf8')))
    const cases: Array<[file: string, said: string]> = [
      [other.rootFile, 'was not issued as it says'],
      [both, 'has no part in it'],
    ]
    for (const [file, said] of cases) {
      expect(await verify(await tsa.signed(infoOf(token), { args: ['-certfile', file] }))).toMatchObject({
        error: { code: 'chain-broken', message: expect.stringContaining(said) },
      })
    }
  })

  test('of one authority is refused where another one’s name stands in it', async () => {
    const other = await tsaOf()
    const renamed = Buffer.from(infoOf(token))
    renamed.write('Disputed', renamed.indexOf('Invented Time Stamps'))
    expect(await codeOf(await other.signed(renamed))).toBe('authority-differs')
  })
})

const timeStampingOid = new Uint8Array([0x2b, 6, 1, 5, 5, 7, 3, 8])

/** As `buildTimeStampQuery`, without the nonce. */
function queryWithoutNonce(hash: Bytes): Bytes {
  const query = [...buildTimeStampQuery(hash, 1n)]
  // The nonce 1 is 02 01 01, before the certReq 01 01 ff.
  query.splice(query.length - 6, 3)
  query[1] = (query[1] ?? 0) - 3
  return new Uint8Array(query)
}
