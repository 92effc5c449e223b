import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** For the names of tests that cannot run without it. */
export const opensslMissing = spawnSync('openssl', ['version']).error !== undefined

type KeyKind = 'rsa:2048' | 'rsa:1024' | 'P-256' | 'P-384' | 'P-521' | 'secp256k1'

export interface TsaOptions {
  /** By default RSA with 2048 bits. */
  key?: KeyKind
  /** Digest of the signature; by default SHA-256. */
  digest?: 'sha1' | 'sha256' | 'sha384' | 'sha512'
  /** Whether the root comes along in the token; by default it does. */
  sendsRoot?: boolean
  /** Validity of the authority's certificate as OpenSSL writes it, e.g. "20200101000000Z". */
  validFrom?: string
  validUntil?: string
  /** Lines of OpenSSL's extension section for the authority's certificate, and for its root's. */
  extensions?: string[]
  rootExtensions?: string[]
  /** More lines of the section that answers queries. */
  settings?: string[]
}

/** A time-stamp authority made by OpenSSL, with a root of its own. Nobody knows it. */
export interface OpensslTsa {
  /** PEM of the root, for `openssl ts -verify -CAfile`. */
  rootFile: string
  folder: string
  /** Answers a TimeStampReq with a TimeStampResp, granted or not. */
  answer(query: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
  /**
   * Signs any content as a token would be signed (`openssl cms`), with more arguments where wanted. Unlike `answer` it
   * asks nothing of the certificate.
   */
  signed(content: Uint8Array, how?: SignedOptions): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

interface SignedOptions {
  /** Whether the certificate's hash is among what is signed; by default it is. */
  namesCertificate?: boolean
  args?: string[]
}

/** What a certificate of a time-stamp authority has to have (RFC 3161, 2.3). */
export const tsaExtensions = [
  'basicConstraints = CA:false',
  'keyUsage = critical, digitalSignature',
  'extendedKeyUsage = critical, timeStamping',
  'subjectKeyIdentifier = hash',
]

const rootExtensions = [
  'basicConstraints = critical, CA:true',
  'keyUsage = critical, keyCertSign, cRLSign',
  'subjectKeyIdentifier = hash',
]

/** What certificates made here are of, as Docket writes it. */
export const tsaNames = {
  authority: 'CN=Invented Time Stamps, O=Invented Trust, C=XX',
  issuer: 'CN=Invented Root, O=Invented Trust, C=XX',
} as const

export async function makeTsa(options: TsaOptions = {}): Promise<OpensslTsa> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-tsa-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder })
  await writeFile(at('openssl.cnf'), configuration(folder, options))
  await Promise.all([writeFile(at('index.txt'), ''), writeFile(at('serial'), '1000\n')])
  const certify = async (who: 'root' | 'tsa', name: string, from: string, until: string) => {
    const request = ['-key', `${who}.key`, '-out', `${who}.csr`, '-subj', `/C=XX/O=Invented Trust/CN=${name}`]
    await openssl('req', '-new', '-config', 'openssl.cnf', ...request)
    await openssl(
      ...['ca', '-batch', '-notext', '-config', 'openssl.cnf', '-name', 'ca', '-extensions', who],
      ...(who === 'root' ? ['-selfsign'] : []),
      ...['-in', `${who}.csr`, '-out', `${who}.pem`, '-startdate', from, '-enddate', until],
    )
  }
  await makeKey(openssl, 'root.key', 'P-256')
  await certify('root', 'Invented Root', '20200101000000Z', '20500101000000Z')
  await makeKey(openssl, 'tsa.key', options.key ?? 'rsa:2048')
  const { validFrom = '20240101000000Z', validUntil = '20440101000000Z' } = options
  await certify('tsa', 'Invented Time Stamps', validFrom, validUntil)
  let count = 0
  const throughFile = async (input: Uint8Array, command: (input: string, output: string) => string[]) => {
    count += 1
    const [from, to] = [`${count}.in`, `${count}.out`]
    await writeFile(at(from), input)
    await openssl(...command(from, to))
    return new Uint8Array(await readFile(at(to)))
  }
  return {
    folder,
    rootFile: at('root.pem'),
    answer: (query) =>
      throughFile(query, (from, to) => [
        ...['ts', '-reply', '-config', 'openssl.cnf', '-section', 'tsa_answers'],
        ...['-queryfile', from, '-out', to],
      ]),
    signed: (content, { namesCertificate = true, args = [] } = {}) =>
      throughFile(content, (from, to) => [
        ...['cms', '-sign', '-binary', '-nodetach', '-outform', 'DER', '-signer', 'tsa.pem'],
        ...['-inkey', 'tsa.key', '-econtent_type', 'id-smime-ct-TSTInfo', '-md', options.digest ?? 'sha256'],
        ...((options.sendsRoot ?? true) ? ['-certfile', 'root.pem'] : []),
        ...(namesCertificate ? ['-cades'] : []),
        ...['-in', from, '-out', to, ...args],
      ]),
    close: () => rm(folder, { recursive: true }),
  }
}

async function makeKey(
  openssl: (...args: string[]) => Promise<unknown>,
  file: string,
  kind: KeyKind,
): Promise<void> {
  const [family, bits] = kind.split(':')
  const wanted =
    family === 'rsa'
      ? ['RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`]
      : ['EC', '-pkeyopt', `ec_paramgen_curve:${kind}`]
  await openssl('genpkey', '-out', file, '-algorithm', ...wanted)
}

const configuration = (folder: string, options: TsaOptions): string => `
[req]
distinguished_name = name
prompt = no
[name]
CN = replaced by -subj
[root]
${(options.rootExtensions ?? rootExtensions).join('\n')}
[tsa]
${(options.extensions ?? tsaExtensions).join('\n')}
[ca]
database = ${folder}/index.txt
serial = ${folder}/serial
new_certs_dir = ${folder}
certificate = ${folder}/root.pem
private_key = ${folder}/root.key
default_md = sha256
policy = any
unique_subject = no
[any]
countryName = optional
organizationName = optional
commonName = supplied
[tsa_answers]
serial = ${folder}/stamps
crypto_device = builtin
signer_cert = ${folder}/tsa.pem
signer_key = ${folder}/tsa.key
signer_digest = ${options.digest ?? 'sha256'}
${(options.sendsRoot ?? true) ? `certs = ${folder}/root.pem` : ''}
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1, millisecs:500, microsecs:100
ess_cert_id_alg = sha256
ess_cert_id_chain = no
tsa_name = yes
${(options.settings ?? []).join('\n')}
`
